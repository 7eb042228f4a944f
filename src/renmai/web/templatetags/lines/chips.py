"""The chips of a line: what follows in words, how it is known, and what is asked."""

from django import template

from renmai.domain.book.because import Because
from renmai.queries.lines.cards import LineFollow, LineQuestion
from renmai.wording import sentence
from renmai.wording.lines.chips import follow_because

register = template.Library()


@register.filter
def follow_words(each: LineFollow) -> str:
    """Return what follows, of whom, in a sentence."""
    return sentence(follow_because(each.follow, each.said or " / ".join(each.follow.who)))


@register.filter
def origin_of_follow(each: LineFollow) -> str:
    """Return whether they said so, or it is how the line was understood."""
    return sentence(Because("line_they_said" if each.follow.is_said else "line_as_understood"))


@register.filter
def question_words(question: LineQuestion) -> str:
    """Return a question as a sentence."""
    return sentence(question.because)
