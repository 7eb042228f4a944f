"""What sources call themselves, in the reader's language."""

import pytest
from django.utils.translation import override

from renmai.domain.book.because import Because
from renmai.wording import sentence


@pytest.mark.parametrize(
    ("language", "titles"),
    [("en", "contact cards (vcf), calendars (ics)."), ("zh-hans", "通讯录（vcf）、日历（ics）。")],
)
def test_names_of_sources_are_said_by_what_they_read(language, titles):
    with override(language):
        said = sentence(Because("unrecognised", {"known_sources": ["vcard", "ics"]}))

    assert said.endswith(titles)
