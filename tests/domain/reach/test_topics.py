"""What two people last talked about: one subject once, late and long ones first (R7)."""

from renmai.domain.reach.topics import (
    ALIKE,
    HALF_LIFE_DAYS,
    PastTalk,
    last_topics,
    words_of_subject,
)

DAY = 86_400
NOW = 400 * DAY


def talk(subject: str, days_ago: float, acts: int = 1, key: str = "") -> PastTalk:
    return PastTalk(key or subject, subject, acts, int(NOW - days_ago * DAY), f"words of {subject}")


def subjects(*talks: PastTalk, at_most: int = 3) -> list[str]:
    return [topic.subject for topic in last_topics(talks, as_of_epoch_s=NOW, at_most=at_most)]


def chosen(*talks: PastTalk) -> str:
    return subjects(*talks, at_most=1)[0]


def test_nothing_talked_about_is_no_topic():
    assert last_topics([], as_of_epoch_s=NOW) == ()


def test_the_latest_conversations_come_first_and_three_are_enough():
    talks = [
        talk(name, days) for name, days in (("paper", 9), ("handles", 2), ("the fair", 30), ("shelves", 5))
    ]

    assert subjects(*talks) == ["handles", "shelves", "paper"]
    assert chosen(*talks) == "handles"


def test_a_series_is_one_topic_told_by_its_newest_part():
    series = [talk(f"[PATCH v{n}] slow bus of the old board", 20 - n) for n in range(1, 6)]
    [first, second] = last_topics([*series, talk("lunch on Friday", 25)], as_of_epoch_s=NOW)

    assert (first.subject, first.acts, len(first.keys)) == ("[PATCH v5] slow bus of the old board", 5, 5)
    assert first.last_words == "words of [PATCH v5] slow bus of the old board"
    assert second.subject == "lunch on Friday"


def test_subjects_are_one_from_half_of_their_words_on():
    assert ALIKE == 0.5
    assert len(subjects(talk("beech handles autumn", 1), talk("beech handles price", 2))) == 1  # 2 of 4
    assert len(subjects(talk("beech handles autumn", 1), talk("beech prices winter", 2))) == 2  # 1 of 5


def test_a_subject_of_little_words_only_is_like_no_other():
    assert len(subjects(talk("Re", 1, key="a"), talk("Hi", 2, key="b"))) == 2


def test_a_long_talk_outweighs_a_short_one_of_the_same_days_and_not_one_far_later():
    assert chosen(talk("short", 4, acts=1), talk("longer", 5, acts=9)) == "longer"
    assert chosen(talk("short", 4, acts=1), talk("longer", 5 + 2 * HALF_LIFE_DAYS, acts=9)) == "short"


def test_a_conversation_counts_half_after_its_half_life():
    assert HALF_LIFE_DAYS == 30
    assert chosen(talk("new", 0, acts=1), talk("old", HALF_LIFE_DAYS - 1, acts=4)) == "old"
    assert chosen(talk("new", 0, acts=1), talk("old", HALF_LIFE_DAYS + 1, acts=4)) == "new"


def test_chinese_subjects_are_compared_by_signs_side_by_side():
    assert words_of_subject("木柄打样的价格") >= {"木柄", "打样", "价格"}
    assert len(subjects(talk("木柄打样", 1), talk("木柄打样报价", 2))) == 1
    assert len(subjects(talk("木柄打样", 1), talk("包装用纸", 2))) == 2


def test_of_the_chosen_the_latest_is_told_first():
    assert subjects(talk("short", 4, acts=1), talk("longer", 5, acts=9)) == ["short", "longer"]
