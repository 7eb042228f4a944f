"""Every code the house can utter, as a sentence in the reader's language."""

from django.utils.translation import get_language, gettext, override

from renmai.domain.book.because import Because
from renmai.sources import registry
from renmai.wording.accuracy import ACCURACY
from renmai.wording.asks import ASKS
from renmai.wording.cooperation import COOPERATION
from renmai.wording.doctor import DOCTOR
from renmai.wording.exchanges import EXCHANGES
from renmai.wording.introductions import INTRODUCTIONS
from renmai.wording.leaving import LEAVING
from renmai.wording.matches import MATCHES
from renmai.wording.network import NETWORK
from renmai.wording.numbers import fill
from renmai.wording.plan import PLAN
from renmai.wording.problems import PROBLEMS
from renmai.wording.refusals import REFUSALS
from renmai.wording.sources import in_readers_language
from renmai.wording.ties import TIES
from renmai.wording.unworded import unworded
from renmai.wording.values import VALUES

SENTENCES: dict[str, str] = {
    **PROBLEMS,
    **REFUSALS,
    **TIES,
    **PLAN,
    **ACCURACY,
    **INTRODUCTIONS,
    **LEAVING,
    **MATCHES,
    **NETWORK,
    **COOPERATION,
    **VALUES,
    **DOCTOR,
    **EXCHANGES,
    **ASKS,
}


def sentence(because: Because) -> str:
    """Return the sentence of a code with its numbers, in the active language.

    A code nobody worded is said as itself, and a number that is missing is shown as an ellipsis, because a
    page with one weak sentence is better than no page. A draft that carries a `language` is written in that
    one, whatever its owner reads.
    """
    language = str(because.numbers.get("language") or get_language() or "en")
    with override(language):
        return fill(template_of(because.code), because.numbers, is_chinese=language.startswith("zh"))


def template_of(code: str) -> str:
    """Return a code's sentence in the active language, its numbers not yet filled in."""
    if code in SENTENCES:
        return gettext(SENTENCES[code])
    text = registry.problem_text(code)
    return unworded(code) if text is None else in_readers_language(text)
