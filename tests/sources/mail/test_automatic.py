"""Away notices and answers of calendars are no letters; until when somebody is away is kept (C4)."""

from datetime import date

import pytest

from renmai.domain.capture.interactions import Nature
from renmai.sources.mail.absences import away_until
from renmai.sources.mail.automatic import says_it_is_automatic
from tests.mail_cases import acts_of

MONDAY = date(2026, 11, 2)
NOTICES = [
    ("自动回复: 合同", "我在外地。"),
    ("回复: 合同", "这是来自QQ邮箱的假期自动回复邮件。\n我在外地。"),
    ("【自动回复】合同", "来信已到。"),
    ("[自動回覆] 合約", "來信已收到。"),
    ("Re: 合同", "来信已到。（此信由系统自动回复）"),
    ("Re: 合同", "This answer was sent automatically; your letter has arrived."),
    ("休假通知 Re: 合同", "我在休假。"),
    ("[Auto-Reply] Contract", "Received."),
    ("OOO Re: Contract", "Away until Monday."),
    ("I am out of the office (was: Contract)", "Away until Monday."),
    ("Automatische Antwort: Vertrag", "Ich bin im Urlaub."),
    (
        "Re: Contract",
        "Thank you for your message. I am out of the office until 9 November with limited access.",
    ),
    ("Re: Contract", "I am on annual leave. For urgent matters please contact my colleague."),
    ("回复：合同", "您的邮件我已收到。我正在休假，如有急事请联系同事李雷。"),
    ("回复：合同", "本人出差至11月9日，回来后尽快回复。"),
]
LETTERS = [
    ("Re: Contract", "I will be out of the office on Friday. Can we sign on Thursday?"),
    ("Re: holidays", "We were on holiday in Spain, it was lovely. How was yours?"),
    ("回复: 合同", "我下周出差，合同周五前给您，可以吗？"),
    ("自动驾驶", "这是自动驾驶的资料，请看。"),
    ("Automatic doors", "The automatic door is broken again, will you call somebody?"),
    ("Away game", "Who comes to the away game on Sunday?"),
    ("Re: out there", "Please turn off the automatic replies in the shop's mailbox."),
    ("回复: 设置", "麻烦你把邮箱的自动回复关掉。"),
    ("Vacation plans", "Thank you for your letter. Where do you go on vacation?"),
]


@pytest.mark.parametrize(("subject", "text"), NOTICES)
def test_a_notice_is_told_by_what_it_says_of_itself(subject, text):
    assert says_it_is_automatic(subject, text.split("\n"), is_answer=True)


@pytest.mark.parametrize(("subject", "text"), LETTERS)
def test_a_letter_that_speaks_of_absence_or_of_automata_is_a_letter(subject, text):
    assert not says_it_is_automatic(subject, text.split("\n"), is_answer=subject.startswith(("Re", "回")))


def test_all_away_notices_of_the_case_are_automatic():
    acts = acts_of("auto-replies")

    assert [act.nature for act in acts] == [Nature.DIRECT, Nature.AUTOMATIC] * 14


@pytest.mark.parametrize("case", ["rsvp-davical", "rsvp-google-plain", "rsvp-outlook"])
def test_an_answer_by_click_is_automatic_however_it_is_packed(case):
    assert [act.nature for act in acts_of(case)] == [Nature.DIRECT, Nature.AUTOMATIC] * 3


def test_answers_of_every_calendar_and_language_are_automatic():
    natures = {
        act.nature
        for act in acts_of("calendar-answers-are-letters")
        if not act.subject.startswith("Invitation")
    }

    assert natures == {Nature.AUTOMATIC}


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("I am away until Monday.", date(2026, 11, 9)),
        ("Out of office until 15 November.", date(2026, 11, 15)),
        ("I am out until Friday, 6th November 2026.", date(2026, 11, 6)),
        ("I will be back on November 16.", date(2026, 11, 15)),
        ("returning to the office on Thursday", date(2026, 11, 4)),
        ("on leave from 2 to 20 Dec", date(2026, 12, 20)),
        ("away through 2026-11-30", date(2026, 11, 30)),
        ("until January 4th", date(2027, 1, 4)),
        ("我休假至11月9日。", date(2026, 11, 9)),
        ("11月3日至9日休假", date(2026, 11, 9)),
        ("休假时间：11月3日—11月10日", date(2026, 11, 10)),
        ("我11月16日回来上班。", date(2026, 11, 15)),
        ("下周一回来", date(2026, 11, 8)),
        ("出差到周五", date(2026, 11, 6)),
        ("I am away.", None),
        ("I was away until 1 October.", None),
        ("我在休假。", None),
    ],
)
def test_the_last_day_of_an_absence_is_read(text, until):
    assert away_until(text, MONDAY) == until
