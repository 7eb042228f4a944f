"""Because: every code the house can utter has a sentence in both languages, and every sentence its code."""

import re
from collections.abc import Iterable, Mapping

import pytest
from django.utils import translation

from renmai.actions.lines.log_line import KINDS
from renmai.cli.book.undo import UNDONE
from renmai.domain.asks.asks import Question
from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import AskOutcome, Verdict
from renmai.domain.book.backups import BackupReason
from renmai.domain.book.because import Because
from renmai.domain.lines.follows import FollowKind
from renmai.domain.people import occasions
from renmai.domain.people.gone import Gone
from renmai.domain.positions.leaving import Fate
from renmai.domain.positions.positions import PositionSource
from renmai.domain.reach.brief import BriefPart
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import Period
from renmai.domain.reach.outreach import OutreachState, ReachWay
from renmai.domain.ties.basis import BasisKind
from renmai.domain.ties.tiers import Rung, Tier
from renmai.domain.ties.ties import Bond, TieClass, TieState
from renmai.domain.today.plan import PlanKind
from renmai.domain.together.cooperation import Stage
from renmai.domain.value.values import Effective
from renmai.engine.identity.likelihood import REASONS
from renmai.sources import registry
from renmai.sources.address_book.plain_headings import COLUMN_CHOICES
from renmai.wording import SENTENCES, sentence
from tests.house.codes import ANYTHING, Codes

PLACE = re.compile(r"%\((\w+)\)s")
HAN = re.compile(r"[\u4e00-\u9fff]")
OWN = (
    *("achievement", "achievement_ended", "values_reviewed"),
    *("tag_renamed", "unfiled", "unfiled_thrown_away"),
    *("value", "value_changed", "value_ended", "proposal_dismissed", "match_dismissed"),
    *("position", "position_ended", "position_dismissed"),
)
"""Kinds of decisions that can be about the owner."""
OF_GROUPS = ("group", "group_changed", "group_left", "group_names", "group_entry", "group_entry_removed")
"""Kinds that can be about nobody else."""
CHECKS = ("python", "space", "front_end", "privacy", "database", "search", "me")
SIDES = ("my", "their")
FORMED: Mapping[str, Iterable[object]] = {
    "at_*": ("byte", "line", "message", "row", "card_line", "mail_byte"),
    "backtest_model_*": ("shipped", "recalibrated", "refit"),
    "backup_*": BackupReason,
    "basis_kind_*": BasisKind,
    "bond_*": Bond,
    "channel_*": Channel,
    "channel_avoid_*_1": Channel,
    "channel_avoid_*_2": Channel,
    "channel_begin_*": Channel,
    "channel_say_*_1": Channel,
    "channel_say_*_2": Channel,
    "column_*": [choice.replace(" ", "_") for choice in COLUMN_CHOICES],
    "class_*": (*TieClass, "dormant_strong"),
    "dated_*": ("birthday", "anniversary"),
    "decided_*": {*UNDONE, "no_tier", "deceased", "called_back"}
    - {"import", "taken_back", "values_reviewed", "tag_renamed", "unfiled", "unfiled_thrown_away"}
    - set(OF_GROUPS),
    "decided_mine_*": (*OWN, *OF_GROUPS),
    "doctor_*": CHECKS,
    "doctor_*_bad": CHECKS,
    "effective_*": Effective,
    "fate_*": Fate,
    "gone_*": Gone,
    "gone_*_card": Gone,
    "gone_*_mine": Gone,
    "keep_use_*": ("wechat", "phone", "messenger", "mail"),
    "brief_day_*": occasions.KINDS,
    "brief_part_*": BriefPart,
    "kind_*": PlanKind,
    "line_*": FollowKind,
    "line_kind_*": KINDS,
    "outcome_*": AskOutcome,
    "outreach_*": OutreachState,
    "period_*": Period,
    "position_source_*": PositionSource,
    "question_*": Question,
    "reach_*": ("answered", "given_up"),
    "reach_next_*": ReachWay,
    "rung_*": Rung,
    "same_by_*": {*REASONS, "in_one_conversation"} - {"other_address"},
    "size_*": Size,
    "stage_*": Stage,
    "standing_*_answers": SIDES,
    "standing_*_silence": SIDES,
    "state_*": TieState,
    "tier_*": [tier.value for tier in Tier],
    "verdict_mark_*": Verdict,
    "way_in_*": Channel,
    "way_*": ReachWay,
}
"""What stands in the place of `*` in a code that is put together at run time."""
NOT_FOLLOWED = {
    "sources/containers.py: {}": ("gzip_cut_short", "gzip_damaged"),
    "domain/capture/records.py: sorted()": (),
    "sources/ics/read.py: block.name": (),
    "sources/mail/places.py: next()": (),
    "store/ties/rows.py: row.because": (),
    "store/value/matches.py: loads()": (),
    "upkeep/ties/computed.py: table.to_pylist()": (),
}
"""Where a code comes out of a table, or is read back from where it was kept, and what it may be there. A
calendar's faults and a mailbox's places are worded by their rooms, the engine's reasons only where a page
names them."""


@pytest.fixture(scope="module")
def codes() -> Codes:
    """Every code there is, with the module that utters it."""
    return Codes()


def formed(codes: Codes) -> set[str]:
    """Return the codes that are put together at run time."""
    patterns = {code for code in codes.uttered if ANYTHING in code}
    assert patterns == set(FORMED), "say what stands in the place of * in FORMED"
    return {pattern.replace(ANYTHING, str(part)) for pattern, parts in FORMED.items() for part in parts}


def test_every_code_can_be_followed_to_where_it_is_written(codes):
    assert set(codes.lost) == set(NOT_FOLLOWED)


def test_every_code_has_a_sentence_here_or_in_its_source(codes):
    written = {code: where for code, where in codes.uttered.items() if code and ANYTHING not in code}
    uttered = written | dict.fromkeys(formed(codes), "put together")

    assert {
        c: where for c, where in uttered.items() if c not in SENTENCES and not registry.problem_text(c)
    } == {}


def test_every_sentence_is_said_by_somebody(codes):
    by_hand = {code for held in NOT_FOLLOWED.values() for code in held}

    assert set(SENTENCES) - set(codes.uttered) - formed(codes) - by_hand == set()


def test_every_sentence_is_said_in_chinese_with_the_same_numbers():
    with translation.override("zh-hans"):
        said = {code: translation.gettext(text) for code, text in SENTENCES.items()}

    assert {c: text for c, text in said.items() if not HAN.search(text) and len(text.split()) > 2} == {}
    assert [
        c for c, text in said.items() if set(PLACE.findall(text)) - set(PLACE.findall(SENTENCES[c]))
    ] == []


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_code_can_be_said_with_numbers_of_any_kind(language):
    texts = dict(SENTENCES)
    for source in registry.sources():
        texts |= {code: text["en"] for code, text in source.words.problems.items()}
    with translation.override(language):
        for code, text in texts.items():
            for value in (0, 1, 21.5, "2026-03-02", "李雷", None, ["nobody"]):
                said = sentence(Because(code, dict.fromkeys(PLACE.findall(text), value)))
                assert said and "%(" not in said
