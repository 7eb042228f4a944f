"""Parameters of a content line, as cards and calendars write them, held to a library's reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from renmai.sources.content_lines import params_of
from renmai.sources.ics.properties import property_of

LINES = [
    ('ATTENDEE;CN="Doe, Jane; x";ROLE=CHAIR:mailto:j@x.example', {"CN": "Doe, Jane; x", "ROLE": "CHAIR"}),
    ("ORGANIZER;CN=Smith\\, John:mailto:john@x.example", {"CN": "Smith, John"}),
    ("ATTENDEE;CN=Smith, John:mailto:john@x.example", {"CN": "Smith, John"}),
    ("ATTENDEE;CN=George ^'Babe^' Ruth:mailto:babe@x.example", {"CN": 'George "Babe" Ruth'}),
    ('ATTENDEE;CN="Doe, Jane:mailto:jane@x.example', {"CN": "Doe, Jane"}),
    ('ATTENDEE;DIR="ldap://x:389";CN=Bob:mailto:bob@x.example', {"DIR": "ldap://x:389", "CN": "Bob"}),
]


@pytest.mark.parametrize(("line", "parameters"), LINES)
def test_a_line_is_cut_where_nothing_protects_its_marks(line, parameters):
    found = property_of(line)

    assert found.parameters == parameters
    assert found.value.startswith("mailto:")


def test_a_bare_parameter_has_no_name():
    assert params_of(';HOME;TYPE=work,"a,b"') == (("", ("HOME",)), ("TYPE", ("work", "a,b")))


QUOTED = st.text(
    st.characters(codec="utf-8", exclude_categories=("C",), exclude_characters='"^\\'), min_size=1
)


@given(st.lists(QUOTED, min_size=1, max_size=3), st.text(st.characters(exclude_categories=("C",))))
def test_quoted_parameters_are_read_as_the_library_reads_them(names, value):
    quoted = ",".join(f'"{name}"' for name in names)
    line = f"ATTENDEE;MEMBER={quoted};ROLE=CHAIR:{value}"
    _name, parameters, rest = Contentline(line).raw_parts()
    found = property_of(line)
    members = parameters["MEMBER"]

    assert found.value == rest.strip()
    assert found.parameters["ROLE"] == parameters["ROLE"]
    listed = [members] if isinstance(members, str) else members
    assert found.parameters["MEMBER"] == ", ".join(listed)
