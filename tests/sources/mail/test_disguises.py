"""An address that an archive hides is a name, never an address; a host needs a dot (issue 11, item 9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.people.handles import Handle, HandleKind, HandleNature, nature_of
from renmai.sources.mail.writers import writer_of

NO_LISTS: frozenset[str] = frozenset()
SHOWN = {
    "{local} at {host} (Ada Lovelace)",
    "{local} AT {host} (Ada Lovelace)",
    "{local} (at) {host} (Ada Lovelace)",
    "{local}(a){host} (Ada Lovelace)",
    "{local} [at] {host} (Ada Lovelace)",
    "{local}{{at}}{host} (Ada Lovelace)",
    "{local} (@) {host} (Ada Lovelace)",
    "{local}_AT_{host} (Ada Lovelace)",
    "{local}-at-{host} (Ada Lovelace)",
    "{local} bei {host} (Ada Lovelace)",
    "{local} en {host} (Ada Lovelace)",
    "{local} à {host} (Ada Lovelace)",
    "{local} 在 {host} (Ada Lovelace)",
    "{local} на {host} (Ada Lovelace)",
    "{local} () {host} (Ada Lovelace)",
    "Ada Lovelace <{local} at {host}>",
    '"Lovelace, Ada" <{local} at {host}>',
    "Ada Lovelace <{local} (at) {host}>",
    '"Ada Lovelace" <{local}_AT_{host}>',
}
DOTS = (".", " dot ", " (dot) ", "(dot)", " [dot] ", " DOT ", " ! ", "{dot}")
IN_PART = {
    "ada.l...@firm.example (Ada Lovelace)": "ada.l...@firm.example (ada lovelace)",
    "Ada Lovelace <ada...@firm.example>": "ada...@firm.example (ada lovelace)",
    "a***@firm.example (Ada Lovelace)": "a***@firm.example (ada lovelace)",
    "ada@xxxxxxxxxxxx (Ada Lovelace)": "ada@xxxxxxxxxxxx (ada lovelace)",
    "ada...@xxx (Ada Lovelace)": "ada...@xxx (ada lovelace)",
    "ada at xxx.xxx (Ada Lovelace)": "ada@xxx.xxx (ada lovelace)",
    "Ada Lovelace <address@hidden>": "address@hidden (ada lovelace)",
    "Ada Lovelace <nospam@nospam.invalid>": "nospam@nospam.invalid (ada lovelace)",
    "ada@mailhost (Ada Lovelace)": "ada@mailhost (ada lovelace)",
    "ada at mailhost (Ada Lovelace)": "ada@mailhost (ada lovelace)",
    "ada at mailhost (Ada)": "ada@mailhost (ada)",
    "Ada Lovelace <hidden>": "devel (ada lovelace)",
    "Ada Lovelace <>": "devel (ada lovelace)",
    '"Ada Lovelace" <address hidden>': "devel (ada lovelace)",
    "... (Ada Lovelace)": "devel (ada lovelace)",
    "Ada Lovelace": "devel (ada lovelace)",
}


def handle_from(header: str) -> Handle | None:
    writer = writer_of({"from": header, "subject": "Re: [Devel] Loops"}, NO_LISTS)
    return writer.handles[0] if writer else None


@pytest.mark.parametrize("dot", DOTS)
@pytest.mark.parametrize("shown", sorted(SHOWN))
def test_an_address_shown_in_disguise_has_one_form_however_it_is_disguised(shown, dot):
    header = shown.format(local="ada.l", host=f"firm{dot}co{dot}example")
    writer = writer_of({"from": header}, NO_LISTS)

    assert writer.name == "Ada Lovelace"
    assert writer.handles == (Handle(HandleKind.DISGUISED, "ada.l at firm.co.example"),)


@pytest.mark.parametrize("header", sorted(IN_PART))
def test_an_address_hidden_in_part_or_whole_is_told_apart_by_the_name_beside_it(header):
    assert handle_from(header) == Handle(HandleKind.DISGUISED, IN_PART[header])


def test_two_people_whose_addresses_are_hidden_alike_are_two():
    assert handle_from("Ada Lovelace <a...@firm.example>") != handle_from("Anne Byron <a...@firm.example>")
    assert handle_from("Ada Lovelace <hidden>") != handle_from("Anne Byron <hidden>")


def test_one_name_alone_is_a_name_within_its_archive_only():
    one = writer_of({"from": "Ada Lovelace <hidden>", "subject": "[Devel] Loops"}, NO_LISTS)
    other = writer_of({"from": "Ada Lovelace <hidden>", "subject": "[Users] Loops"}, NO_LISTS)
    by_list = writer_of({"from": "Ada Lovelace <hidden>", "list_id": "Devel <devel.lists.example>"}, NO_LISTS)

    assert len({each.handles for each in (one, other, by_list)}) == 3


@pytest.mark.parametrize(
    "header",
    [
        "ada@firm.example (Ada Lovelace)",
        "Ada at Firm <ada@firm.example>",
        '"Ada (at) Firm" <ada@firm.example>',
        "Ada Lovelace <ada @ firm.example>",
        "Ada Lovelace <ada..l.@firm.example>",
    ],
)
def test_an_address_that_is_shown_whole_is_an_address(header):
    assert handle_from(header).kind == HandleKind.MAIL


@pytest.mark.parametrize("header", ["", "root@localhost", "root at localhost (root)", "hidden", "<hidden>"])
def test_what_names_nobody_is_nobody(header):
    assert handle_from(header) is None


@pytest.mark.parametrize(
    ("header", "nature"),
    [
        ("noreply at firm.example (Firm)", HandleNature.ROBOT),
        ("info at firm.example (Firm)", HandleNature.ROLE),
        ("devel at lists.firm.example (Devel)", HandleNature.LIST),
        ("ada at firm.example (Ada Lovelace)", HandleNature.PERSONAL),
    ],
)
def test_whose_a_disguised_address_is_shows_in_its_form_as_that_of_any_other(header, nature):
    assert nature_of(handle_from(header)) == nature


@given(st.text(alphabet="ad at.@()[]<>dot!-_ ,\"'…*x在", max_size=60))
def test_a_host_without_a_dot_never_makes_an_address(text):
    handle = handle_from(text)

    assert handle is None or handle.kind == HandleKind.DISGUISED or "." in handle.host
