"""What a turn of a chat means: for whom it is, what counts as own words, calls, deleted messages (C1)."""

import pytest

from renmai.domain.capture.interactions import Kind, Nature
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import ME
from tests.sources.whatsapp_chat.chats import MARK, acts, chat, told

ANN, BO, CY = (f"31/01/26, 10:0{place} - {name}: hi" for place, name in enumerate(("Ann", "Bo", "Cy")))


def test_between_two_each_turn_is_for_the_other_and_answers_the_one_before():
    first, second = acts(chat(ANN, BO))

    assert told(first) == ("Ann", ["Bo"], "hi") and told(second) == ("Bo", ["Ann"], "hi")
    assert second.reply_to == first.external_id and first.nature == Nature.DIRECT
    assert first.at_epoch_s == 1769853600


def test_who_speaks_alone_speaks_to_the_owner():
    (act,) = acts(chat(ANN))

    assert [fact.kind for fact in act.participations[1].mention.facts] == [ME]


def test_on_an_iphone_the_notice_names_who_has_not_spoken_yet():
    (act,) = acts(
        chat(
            f"[31/01/26, 10:00:00] Bo: {MARK}Messages are end-to-end encrypted.",
            "[31/01/26, 10:00:01] Ann: hi",
        )
    )

    assert told(act) == ("Ann", ["Bo"], "hi")


def test_in_a_group_a_turn_is_for_whom_it_calls_else_for_nobody():
    plain, called, numbered, _ = acts(
        chat(
            ANN,
            "31/01/26, 10:01 - Bo: @\u2068Ann\u2069 and you?",
            "31/01/26, 10:02 - Cy: @447700900123 too",
            "31/01/26, 10:03 - Ann: write to me@example.org",
        )
    )

    assert plain.nature == Nature.MASS and told(plain)[1] == []
    assert told(called)[1] == ["Ann"] and called.asks
    assert numbered.participations[1].mention.handles == (Handle("tel", "+447700900123"),)


def test_a_number_is_a_phone_number_and_a_name_behind_a_tilde_is_ones_own_in_that_group():
    lines = ['31/01/26, 09:00 - Ann created group "Lake"', ANN, "31/01/26, 10:01 - +44 7700 900123: a"]
    _, number, nick = acts(chat(*lines, "31/01/26, 10:02 - ~\u202fBea: b"))

    assert number.participations[0].mention.handles == (Handle("tel", "+447700900123"),)
    assert nick.participations[0].mention == ("Bea", (Handle("im", "whatsapp:lake/bea"),), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<Media omitted>", 0),
        ("<省略多媒体文件>", 0),
        ("IMG-20260105-WA0003.jpg (file attached)", 0),
        ("IMG-20260105-WA0003.jpg (archivo adjunto)\nlook at this", 3),
        ("see <Media omitted> you", 4),
        ("as agreed <This message was edited>", 2),
        ("null", 0),
        ("I <3 you", 3),
    ],
)
def test_pictures_are_no_words_and_what_stands_under_them_is(text, words):
    assert [act.words for act in acts(chat(f"31/01/26, 10:00 - Ann: {text}"))] == [words]


@pytest.mark.parametrize(
    "text", ["This message was deleted", "您删除了这条消息", "You deleted this message."]
)
def test_what_was_deleted_is_nothing(text):
    assert acts(chat(f"31/01/26, 10:00 - Ann: {text}")) == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (f"Voice call, {MARK}5 min", 300),
        ("Video call, 42 sec", 42),
        ("语音通话，5 分钟", 300),
        ("Voice call, 1 hr", 3600),
    ],
)
def test_a_call_counts_with_its_length_and_one_that_nobody_took_does_not(text, seconds):
    taken = acts(chat(f"[31/01/26, 10:00:00] Ann: {MARK}{text}"))
    missed = acts(chat("[31/01/26, 10:00:00] Ann: hi", f"[31/01/26, 11:00:00] Ann: {MARK}Missed voice call"))

    assert [(act.kind, act.duration_s) for act in taken] == [(Kind.CALL, seconds)]
    assert len(missed) == 1


def test_who_writes_about_a_call_has_not_called():
    assert [act.kind for act in acts(chat("31/01/26, 10:00 - Ann: Video call, 5 min ago"))] == [Kind.MESSAGE]
