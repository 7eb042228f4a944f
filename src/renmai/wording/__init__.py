"""Every code the house can utter, as a sentence in the reader's language."""

from django.utils.translation import get_language, gettext, override

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import Location
from renmai.sources import registry
from renmai.wording.asks.check import CHECK
from renmai.wording.asks.ledger import LEDGER
from renmai.wording.asks.refusals import ASKS_REFUSALS
from renmai.wording.book.decisions import DECISIONS
from renmai.wording.book.doctor import DOCTOR
from renmai.wording.book.numbers import fill
from renmai.wording.book.refusals import BOOK_REFUSALS
from renmai.wording.book.unworded import unworded
from renmai.wording.capture.columns import COLUMN_MEANINGS
from renmai.wording.capture.locations import LOCATIONS
from renmai.wording.capture.problems import PROBLEMS
from renmai.wording.capture.refusals import CAPTURE_REFUSALS
from renmai.wording.capture.sources import in_readers_language, source_titles
from renmai.wording.engine import ENGINE_REFUSALS
from renmai.wording.lines.lines import LINES
from renmai.wording.network.network import NETWORK
from renmai.wording.network.path import PATH
from renmai.wording.network.refusals import NETWORK_REFUSALS
from renmai.wording.network.reputation import REPUTATION
from renmai.wording.pages.now import NOW
from renmai.wording.people.gone import GONE_SAID
from renmai.wording.people.likeness import LIKENESS
from renmai.wording.people.refusals import PEOPLE_REFUSALS
from renmai.wording.people.sheets import SHEETS
from renmai.wording.positions.leaving import LEAVING
from renmai.wording.positions.positions import POSITIONS
from renmai.wording.positions.refusals import POSITIONS_REFUSALS
from renmai.wording.reach.brief import BRIEF, MEETINGS_REFUSALS
from renmai.wording.reach.channel_refusals import CHANNELS_REFUSALS
from renmai.wording.reach.groups import GROUPS
from renmai.wording.reach.met import MET
from renmai.wording.reach.outreach import OUTREACH
from renmai.wording.reach.outreach_refusals import OUTREACH_REFUSALS
from renmai.wording.reach.playbooks import PLAYBOOKS
from renmai.wording.ties.accuracy import ACCURACY
from renmai.wording.ties.refusals import TIES_REFUSALS
from renmai.wording.ties.tiers import TIERS
from renmai.wording.ties.ties import TIES
from renmai.wording.today.plan import PLAN
from renmai.wording.today.refusals import TODAY_REFUSALS
from renmai.wording.together.cooperation import COOPERATION
from renmai.wording.together.ladder import LADDER
from renmai.wording.together.promises import PROMISES
from renmai.wording.together.refusals import TOGETHER_REFUSALS
from renmai.wording.value.matches import MATCHES
from renmai.wording.value.refusals import VALUE_REFUSALS
from renmai.wording.value.values import VALUES

SENTENCES: dict[str, str] = {
    **BOOK_REFUSALS,
    **DECISIONS,
    **DOCTOR,
    **CAPTURE_REFUSALS,
    **COLUMN_MEANINGS,
    **PROBLEMS,
    **LOCATIONS,
    **LINES,
    **BRIEF,
    **MEETINGS_REFUSALS,
    **PEOPLE_REFUSALS,
    **SHEETS,
    **LIKENESS,
    **GONE_SAID,
    **TIES_REFUSALS,
    **TIES,
    **TIERS,
    **ACCURACY,
    **ASKS_REFUSALS,
    **CHECK,
    **LEDGER,
    **NETWORK_REFUSALS,
    **NETWORK,
    **PATH,
    **REPUTATION,
    **TOGETHER_REFUSALS,
    **COOPERATION,
    **LADDER,
    **PROMISES,
    **VALUE_REFUSALS,
    **VALUES,
    **MATCHES,
    **POSITIONS_REFUSALS,
    **POSITIONS,
    **LEAVING,
    **CHANNELS_REFUSALS,
    **MET,
    **PLAYBOOKS,
    **GROUPS,
    **OUTREACH_REFUSALS,
    **OUTREACH,
    **TODAY_REFUSALS,
    **PLAN,
    **NOW,
    **ENGINE_REFUSALS,
}


def sentence(because: Because) -> str:
    """Return the sentence of a code with its numbers, in the active language.

    A code nobody worded is said as itself, and a number that is missing is shown as an ellipsis, because a
    page with one weak sentence is better than no page. A draft that carries a `language` is written in that
    one, whatever its owner reads.
    """
    language = str(because.numbers.get("language") or get_language() or "en")
    with override(language):
        numbers = {name: _with_titles(name, value) for name, value in because.numbers.items()}
        return fill(template_of(because.code), numbers, is_chinese=language.startswith("zh"))


def _with_titles(name: str, value: object) -> object:
    """Return names of sources as what these sources read, all else as it is."""
    if name.endswith("_sources") and isinstance(value, list | tuple):
        return source_titles(value)
    return value


def location_words(where: Location) -> str:
    """Return where in a file something stands, nothing for the whole of it."""
    return sentence(Because(f"at_{where.kind}", where.numbers)) if where else ""


def template_of(code: str) -> str:
    """Return a code's sentence in the active language, its numbers not yet filled in."""
    if code in SENTENCES:
        return gettext(SENTENCES[code])
    text = registry.problem_text(code)
    return unworded(code) if text is None else in_readers_language(text)
