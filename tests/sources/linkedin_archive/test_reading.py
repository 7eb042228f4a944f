"""Reading LinkedIn's archive: lists by their headings, messages in order, what is left out (C1, Y1)."""

import pytest

from renmai.domain.capture.interactions import Nature
from renmai.domain.people.mentions import Fact
from renmai.sources.linkedin_archive import SOURCE
from renmai.sources.linkedin_archive.moments import moment_of
from tests.sources.reading import Room, table, told

ROOM = Room(SOURCE)
CONNECTIONS = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
MESSAGES = [
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS",
    "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT",
]  # fmt: skip
RECOMMENDATIONS = ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"]
ANNA, ME = "https://www.linkedin.com/in/anna", "https://www.linkedin.com/in/me"


def message(at: str, text: str, *, mine: bool = False, chat: str = "c", folder: str = "INBOX") -> list[str]:
    one, other = (("Me", ME), ("Anna Weber", ANNA)) if mine else (("Anna Weber", ANNA), ("Me", ME))
    return [chat, "", *one, *other, f"2026-08-01 {at}:00 UTC", "", text, folder, "No"]


@pytest.mark.parametrize(
    "headings",
    [
        CONNECTIONS,
        [heading for heading in CONNECTIONS if heading != "URL"],
        MESSAGES,
        MESSAGES[:5] + MESSAGES[6:9],
        RECOMMENDATIONS,
        ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"],
        [
            "Endorsement Date",
            "Skill Name",
            "Endorsee First Name",
            "Endorsee Last Name",
            "Endorsee Public Url",
        ],
    ],
)
def test_a_list_is_known_by_its_headings_also_below_remarks(headings):
    assert SOURCE.recognises(table(headings))
    assert SOURCE.recognises(b"\xef\xbb\xbf" + table("Notes:", '"a, remark"', "", headings))


@pytest.mark.parametrize(
    "headings",
    [
        ["First Name", "Last Name", "E-mail Address"],
        ["From", "To", "Subject"],
        ["Date", "Type", "Link", "Mine"],
    ],
)
def test_another_table_is_not_taken_for_one(headings):
    assert not SOURCE.recognises(table(headings))


def test_a_connection_is_a_person_with_profile_address_and_work():
    (mention,) = ROOM.mentions(
        table(
            CONNECTIONS,
            [
                "雷",
                "李",
                "https://www.linkedin.com/in/Li-Lei",
                "li@example.cn",
                "华东",
                "教授",
                "05 Jan 2021",
            ],
        )
    )

    assert mention.name == "李雷"
    assert [str(handle) for handle in mention.handles] == [
        "mailto:li@example.cn",
        "link:https://linkedin.com/in/li-lei",
    ]
    assert mention.facts == (Fact("organisation", "华东"), Fact("title", "教授"))


def test_a_connection_that_changed_its_work_is_the_same_and_one_without_a_name_is_counted():
    rows = [["Anna", "Weber", ANNA, "", company, "", "05 Jan 2021"] for company in ("Seehof", "Lakeside")]
    (before,), (after,) = (ROOM.ids(table(CONNECTIONS, row)) for row in rows)

    assert before[0] == after[0] and before[1] != after[1]
    assert ROOM.codes(table(CONNECTIONS, ["", "", "", "", "", "", "01 Jan 2023"])) == ["nameless"]


def test_messages_are_put_into_order_and_one_sides_run_is_one_act_for_the_other():
    newest_first = table(
        MESSAGES,
        message("12:00", "Yes", mine=True),
        message("10:05", "About the tender"),
        message("10:00", "Could we talk?"),
    )
    first, second = ROOM.acts(newest_first)

    assert told(first) == ("Anna Weber", ["Me"], "Could we talk? About the tender")
    assert told(second) == ("Me", ["Anna Weber"], "Yes") and second.reply_to == first.external_id
    assert first.asks and first.channel == "linkedin"


def test_conversations_that_lie_in_one_another_are_told_apart():
    rows = [message(f"10:0{place}", str(place), chat="ab"[place % 2]) for place in range(4)]

    assert [act.excerpt for act in ROOM.acts(table(MESSAGES, *rows))] == ["0 2", "1 3"]


def test_where_recipients_have_no_profile_column_a_name_stands_for_the_profile_it_writes_from():
    headings = MESSAGES[:5] + MESSAGES[6:9]
    mine = ["c", "", "Me", "", "Anna Weber", "2026-08-01 09:00:00", "", "Hi"]
    hers = ["c", "", "Anna Weber", ANNA, "Me", "2026-08-01 09:30:00", "", "Hello"]
    first, second = ROOM.acts(table(headings, mine, hers))

    assert first.participations[1].mention == second.participations[0].mention


def test_in_a_conversation_of_many_a_turn_is_for_whom_it_calls():
    many = [
        "c",
        "Fair",
        "Tom",
        "https://www.linkedin.com/in/tom",
        "Anna Weber,Me",
        f"{ANNA},{ME}",
        "2026-08-01 09:00:00 UTC",
        "",
        "@Anna Weber hi",
        "INBOX",
        "No",
    ]
    plain = [*many[:6], "2026-08-01 11:00:00 UTC", "", "hi all", "INBOX", "No"]
    called, to_nobody = ROOM.acts(table(MESSAGES, plain, many))

    assert told(called)[1] == ["Anna Weber"]
    assert to_nobody.nature == Nature.MASS and called.subject == "Fair"


def test_drafts_spam_and_those_who_left_are_counted_by_reason():
    draft = [*message("10:00", "x")[:-1], "Yes"]
    left = ["c", "", "LinkedIn Member", "", "Me", ME, "2026-08-01 09:00:00 UTC", "", "x", "INBOX", "No"]
    rows = [draft, message("10:00", "x", folder="SPAM"), left]

    assert ROOM.codes(table(MESSAGES, *rows)) == ["draft", "spam", "nameless"]
    assert all(problem.is_on_purpose for problem in ROOM.problems(table(MESSAGES, *rows)))


def test_a_date_that_cannot_be_told_is_named_with_its_row():
    row = message("10:00", "x")
    row[6] = "yesterday"

    assert [(p.code, p.numbers["row"]) for p in ROOM.problems(table(MESSAGES, row))] == [
        ("linkedin_archive_date_unclear", 2)
    ]


def test_an_invitation_that_says_something_is_an_act_and_a_click_is_none():
    headings = ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"]
    mine = ["Me", "Anna Weber", "3/1/24, 10:30 AM", "We met at the fair", "OUTGOING", ME, ANNA]
    theirs = ["Anna Weber", "Me", "3/1/24, 10:30 AM", "", "INCOMING", ANNA, ME]

    assert [told(act) for act in ROOM.acts(table(headings, mine, theirs))] == [
        ("me", ["Anna Weber"], "We met at the fair")
    ]
    assert len(ROOM.records(table(headings, mine, theirs))) == 2


def test_recommendations_are_given_where_their_text_names_who_stands_in_the_row_else_got():
    given = ["Anna", "Weber", "Seehof", "Sales", "Anna keeps her word.", "11/09/24, 05:33 PM", "VISIBLE"]
    got = ["Tom", "Reed", "Reed", "Owner", "Mei keeps her word.", "11/09/24, 05:33 PM", "VISIBLE"]

    assert told(*ROOM.acts(table(RECOMMENDATIONS, given)))[:2] == ("me", ["Anna Weber"])
    assert told(*ROOM.acts(table(RECOMMENDATIONS, got)))[:2] == ("Tom Reed", ["me"])
    assert ROOM.codes(table(RECOMMENDATIONS, given, got)) == ["direction_in_doubt_given"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12 Mar 2024", "2024-03-12T00:00:00+00:00"),
        ("2026-08-01 02:00:00 UTC", "2026-08-01T02:00:00+00:00"),
        ("2024/03/05 10:11:12 UTC", "2024-03-05T10:11:12+00:00"),
        ("11/09/24, 05:33 PM", "2024-11-09T17:33:00+00:00"),
        ("12/31/23, 12:05\u202fAM", "2023-12-31T00:05:00+00:00"),
    ],
)
def test_the_dates_of_the_archive_are_read(text, moment):
    assert moment_of(text).isoformat() == moment


@pytest.mark.parametrize("text", ["", "soon", "32 Mar 2024", "13/31/23, 10:00 AM", "2026-02-30 10:00:00 UTC"])
def test_what_is_no_date_is_none(text):
    assert moment_of(text) is None
