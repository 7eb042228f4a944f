"""Nothing that somebody wrote does anything to a terminal but stand there."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from renmai.cli import printing

PILL = "Invoice \x1b[2J\x1b[H\x1b]0;PWNED\x1b\\\x1b]52;c;cm0gLXJm\x07 \x9b2J\x7f\u202eevil\u2066x"
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
HEBREW = "שלום עולם"


def is_harmless(text: str) -> bool:
    return not [c for c in text if (unicodedata.category(c) == "Cc" and c != "\n") or c in TURNING]


@given(st.text() | st.text(st.characters(max_codepoint=0xFF)))
def test_any_text_is_printed_without_a_control_but_line_ends(text):
    assert is_harmless(printing.harmless(text).plain)
    assert is_harmless(printing.harmless(Text(text, "bold")).plain)


@pytest.mark.parametrize("write", [printing.line, printing.aside, printing.error])
def test_a_subject_made_to_clear_the_screen_only_stands_there(write, capsys):
    write(PILL)
    out, err = capsys.readouterr()

    assert is_harmless(out + err)
    assert "Invoice ␛[2J␛[H␛]0;PWNED␛" in out + err


def test_cells_of_a_table_are_as_harmless(capsys):
    printing.table(("", "Name"), [("1", PILL), ("2", Text(PILL, "bold"))])

    assert is_harmless(capsys.readouterr().out)


def test_json_escapes_what_a_terminal_would_obey_and_reads_as_it_was_written(capsys):
    printing.write_json({"subject": PILL})
    out = capsys.readouterr().out

    assert is_harmless(out)
    assert json.loads(out) == {"subject": PILL}


def test_what_runs_from_the_right_is_kept_apart_and_keeps_its_style():
    text = printing.harmless(Text.assemble("from ", (HEBREW, "bold"), " to you"))

    assert text.plain == f"from \u2068{HEBREW}\u2069 to you"
    assert [(text.plain[span.start : span.end], span.style) for span in text.spans] == [(HEBREW, "bold")]
