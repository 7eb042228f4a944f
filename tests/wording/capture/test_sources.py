"""What sources call themselves, in the reader's language."""

import pytest
from django.utils.translation import override

from renmai.domain.book.because import Because
from renmai.sources import registry
from renmai.sources.base import Source
from renmai.wording import sentence
from renmai.wording.capture.sources import titles_of_all


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", "contact cards (vcf, also jCard and xCard), calendars (ics)."),
        ("zh-hans", "通讯录（vcf，也读 jCard、xCard）、日历（ics）。"),
    ],
)
def test_names_of_sources_are_said_by_what_they_read(language, titles):
    with override(language):
        said = sentence(Because("unrecognised", {"known_sources": ["vcard", "ics"]}))

    assert said.endswith(titles)


@pytest.mark.parametrize(("language", "key"), [("en", "en"), ("zh-hans", "zh")])
def test_every_source_is_named_and_of_acts_those_that_bring_some(language, key):
    with override(language):
        everything, of_acts = titles_of_all(), titles_of_all(with_acts=True)

    def titles(sources: tuple[Source, ...]) -> list[str]:
        return [source.words.title[key] for source in sources]

    assert all(title in everything for title in titles(registry.sources()))
    without = tuple(source for source in registry.sources() if not source.brings)
    assert without and not any(title in of_acts for title in titles(without))
