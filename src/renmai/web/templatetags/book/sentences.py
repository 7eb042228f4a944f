"""Whole sentences with slots: markup kept for a sentence, clauses and words joined."""

import re
from collections.abc import Iterable

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from renmai.web.templatetags.book.words import spoken

register = template.Library()
LINE_BREAK = re.compile(r"\s*\n\s*")


class SlotNode(Node):
    """Markup kept under a name."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        """Keep what is inside for the sentence that follows; print nothing."""
        context[self.name] = self.nodelist.render(context)
        return ""


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """Keep the markup up to `endslot` under a name, for `blocktranslate` to put where the language wants it.

    A break of its lines is no space, so that it can be written one tag a line.
    """
    words = token.split_contents()
    if len(words) != 2:
        raise template.TemplateSyntaxError("slot takes one name: {% slot whom %}…{% endslot %}")
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    for text in nodelist.get_nodes_by_type(TextNode):
        if isinstance(text, TextNode):
            text.s = LINE_BREAK.sub("", text.s)
    return SlotNode(words[1], nodelist)


@register.filter
def listed(texts: Iterable[str], mark: str) -> SafeString:
    """Return several runs of text as a list within a sentence, the language's mark between them."""
    return mark_safe(mark.join(spoken(text) for text in texts))


@register.simple_tag
def joined(mark: str, *clauses: str) -> SafeString:
    """Return the clauses that say something, the language's mark between them."""
    return mark_safe(mark.join(conditional_escape(clause) for clause in clauses if clause))
