"""What can be read is told by the sources themselves, wherever it is told."""

import pytest
from django.utils.translation import override

from renmai.sources import registry
from renmai.sources.base import Source
from renmai.wording.sources import titles_of_all


@pytest.mark.parametrize(("language", "key"), [("en", "en"), ("zh-hans", "zh")])
def test_every_source_is_named_and_of_acts_those_that_bring_some(language, key):
    with override(language):
        everything, of_acts = titles_of_all(), titles_of_all(with_acts=True)

    def titles(sources: tuple[Source, ...]) -> list[str]:
        return [source.words.title[key] for source in sources]

    assert all(title in everything for title in titles(registry.sources()))
    without = tuple(source for source in registry.sources() if not source.brings)
    assert without and not any(title in of_acts for title in titles(without))
