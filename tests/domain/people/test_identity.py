"""Who is who, as far as it is certain (C2)."""

from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.people.decided import Apart, Merge, Split
from renmai.domain.people.handles import Handle, HandleNature
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known

LANDLINE = Handle("tel", "+861065529988")
ME = Handle("mailto", "me@example.org")


def mail(address: str) -> Handle:
    return Handle("mailto", address)


def known(key: str, name: str, *handles: Handle, nature: str = HandleNature.PERSONAL, **more) -> Known:
    return Known(key, name, tuple((handle, str(nature)) for handle in handles), **more)


def who(mentions, **more) -> set[frozenset[str]]:
    """Return the clusters as sets of keys."""
    return {frozenset(cluster.keys) for cluster in clusters(mentions, **more)}


def apart(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_the_same_personal_address_is_one_person_whatever_name_stands_beside_it():
    wei = mail("wei@example.cn")

    assert who([known("a", "张伟", wei), known("b", "Wei Zhang", wei), known("c", "", wei)]) == apart("abc")


def test_a_name_alone_joins_nobody():
    assert who([known("a", "张伟", mail("a@x.cn")), known("b", "张伟", mail("b@x.cn"))]) == apart("a", "b")
    assert who([known("a", "张伟", is_card=True), known("b", "张伟", is_card=True)]) == apart("a", "b")


def test_an_address_that_several_people_read_joins_no_two_people():
    info = mail("info@acme.cn")
    cards = [
        known("a", "李雷", info, nature=HandleNature.ROLE, is_card=True),
        known("b", "Ada Li", info, nature=HandleNature.ROLE, is_card=True),
    ]

    assert who(cards) == apart("a", "b")
    assert all(cluster.is_person for cluster in clusters(cards))


def test_a_role_a_list_or_a_robot_is_no_person():
    for nature in (HandleNature.ROLE, HandleNature.LIST, HandleNature.ROBOT):
        [cluster] = clusters([known("a", "Acme Info", mail("info@acme.cn"), nature=nature)])
        assert not cluster.is_person


def test_a_landline_on_two_cards_with_different_names_is_a_household():
    cards = [known("a", "张伟", LANDLINE, is_card=True), known("b", "李娜", LANDLINE, is_card=True)]

    assert who(cards) == apart("a", "b")


def test_a_mailbox_on_two_cards_with_different_names_is_shared_and_its_mails_are_nobody_s_for_certain():
    home = mail("home@example.cn")
    cards = [known("a", "张伟", home, is_card=True), known("b", "李娜", home, is_card=True)]

    assert who([*cards, known("m", "", home), known("n", "家里", home)]) == apart("a", "b", "mn")


def test_a_shared_mailbox_whose_mails_carry_one_of_the_names_is_theirs():
    home = mail("home@example.cn")
    cards = [known("a", "张伟", home, is_card=True), known("b", "李娜", home, is_card=True)]

    assert who([*cards, known("m", "李娜", home)]) == apart("a", "bm")


def test_two_cards_of_one_name_or_a_short_form_of_it_with_one_address_are_one():
    bob = mail("bob@example.org")
    for name in ("Robert Smith", "Smith, Robert", "R. Smith", "Bob Smith", ""):
        cards = [known("a", name, bob, is_card=True), known("b", "Robert Smith", bob, is_card=True)]
        assert who(cards) == apart("ab"), name


def test_the_owner_s_handles_are_one_person_even_where_one_looks_like_a_role():
    office = mail("office@example.org")
    mentions = [
        known("a", "Me", ME),
        known("b", "Office", office, nature=HandleNature.ROLE),
        known("c", "", is_me=True),
        known("d", "Somebody", mail("d@example.org")),
    ]
    found = clusters(mentions, me=[ME, office])

    assert {frozenset(c.keys): c.is_me for c in found} == {frozenset("abc"): True, frozenset("d"): False}


def test_a_merge_joins_two_and_a_later_split_takes_them_apart_again():
    mentions = [known("a", "Ada", mail("ada@x.org")), known("b", "Ada", mail("ada@y.org"))]
    merge = Merge(1, "mailto:ada@x.org", "mailto:ada@y.org")

    assert who(mentions, decisions=[merge]) == apart("ab")
    assert who(mentions, decisions=[merge, Split(2, ("b",), ("a",))]) == apart("a", "b")
    assert who(mentions, decisions=[Split(1, ("b",), ("a",)), Merge(2, merge.keep, merge.other)]) == apart(
        "ab"
    )


def test_what_was_split_stays_apart_although_the_address_is_the_same():
    home = mail("home@example.org")
    mentions = [known("a", "Ann", home), known("b", "Ben", home), known("c", "Ann B", home)]

    assert who(mentions, decisions=[Split(1, ("b",), ("a", "c"))]) == apart("ac", "b")


def test_a_mail_that_comes_after_a_split_goes_after_the_mails_that_left_a_card():
    shared = mail("shared@example.org")
    mentions = [
        known("card", "Ann Lee", shared, mail("ann@example.org"), is_card=True),
        known("old", "Ben", shared),
        known("new", "Ben Lee", shared),
    ]

    assert who(mentions, decisions=[Split(1, ("old",), ("card",))]) == {
        frozenset(["card"]),
        frozenset(["old", "new"]),
    }


handles = st.sampled_from([mail(f"{c}@x.org") for c in "abcdef"] + [LANDLINE])
names = st.sampled_from(["", "张伟", "李娜", "Ann Lee", "Ben Lee", "Ann"])
keys = st.sampled_from([f"k{n}" for n in range(8)])
books = st.lists(
    st.builds(
        lambda key, name, carried, is_card: known(key, name, *dict.fromkeys(carried), is_card=is_card),
        keys,
        names,
        st.lists(handles, max_size=3),
        st.booleans(),
    ),
    unique_by=lambda mention: mention.key,
    max_size=8,
)
said = st.lists(
    st.one_of(
        st.builds(lambda a, b: Merge(0, f"mention:{a}", f"mention:{b}"), keys, keys),
        st.builds(lambda a, b: Split(0, (a,), (b,)), keys, keys).filter(lambda s: s.leaving != s.staying),
    ),
    max_size=4,
).map(lambda decisions: [decision._replace(decision=n) for n, decision in enumerate(decisions)])


@given(books, said, st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(mentions, decisions, random):
    shuffled = random.sample(mentions, len(mentions))

    assert who(mentions, decisions=decisions) == who(shuffled, decisions=decisions)


@given(books, said)
def test_everybody_is_in_exactly_one_cluster(mentions, decisions):
    found = [key for cluster in clusters(mentions, decisions=decisions) for key in cluster.keys]

    assert sorted(found) == sorted(mention.key for mention in mentions)


@given(books, said)
def test_the_latest_decision_wins(mentions, decisions):
    there = {mention.key for mention in mentions}
    if not decisions:
        return
    last = decisions[-1]
    found = who(mentions, decisions=decisions)
    if isinstance(last, Merge):
        a, b = (anchor.removeprefix("mention:") for anchor in (last.keep, last.other))
        if {a, b} <= there:
            assert any({a, b} <= cluster for cluster in found)
    else:
        assert not any({last.leaving[0], last.staying[0]} <= cluster for cluster in found)


def test_who_is_not_one_stays_apart_whatever_comes_in():
    """C2: *no* is remembered for ever; a card that names both joins one of them at most."""
    old, new = mail("ada@old.example"), mail("ada@new.example")
    mentions = [known("a", "Ada", old), known("b", "Ada", new)]
    said = [Apart(1, str(old), str(new))]

    assert who(mentions, decisions=said) == apart("a", "b")
    both = Known("c", "Ada", ((old, "personal"), (new, "personal")), is_card=True)
    assert who([*mentions, both]) == apart("abc")
    assert {len(group) for group in who([*mentions, both], decisions=said)} == {1, 2}


def test_a_later_word_on_who_is_one_holds_over_an_earlier_one():
    old, new = mail("ada@old.example"), mail("ada@new.example")
    mentions = [known("a", "Ada", old), known("b", "Ada", new)]
    no, yes = Apart(1, str(old), str(new)), Merge(2, str(old), str(new))

    assert who(mentions, decisions=[no, yes]) == apart("ab")
    assert who(mentions, decisions=[yes, no]) == apart("a", "b")


def test_to_say_no_of_mentions_without_handles_binds_as_well():
    mentions = [known("a", "张伟", is_card=True), known("b", "张伟", is_card=True)]

    assert who(mentions, decisions=[Apart(1, "mention:a", "mention:b")]) == apart("a", "b")
    assert who(mentions, decisions=[Apart(1, "mention:a", "mention:gone")]) == apart("a", "b")
