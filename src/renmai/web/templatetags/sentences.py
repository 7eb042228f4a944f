"""Whole sentences with slots: markup kept for a sentence, people and words linked, clauses joined."""

import re
from collections.abc import Iterable

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from renmai.queries.network.cards import Dot, MetCard
from renmai.web.templatetags.words import tongue

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


@register.simple_tag
def person_link(person_id: int, name: str, place: str = "", classes: str = "") -> SafeString:
    """Return a person's name, linked to their page or to a place on it (`#ledger`)."""
    style = format_html(' class="{}"', classes) if classes else ""
    address = f"{reverse('person', args=[person_id])}{place}"
    return format_html('<a{} href="{}"{}>{}</a>', style, address, tongue(name), name)


@register.simple_tag
def person_links(people: Iterable[Dot | MetCard], mark: str) -> SafeString:
    """Return several people, each linked to their page, the language's mark between them."""
    return mark_safe(mark.join(person_link(_id_of(person), person.name) for person in people))


@register.filter
def spoken(text: str) -> SafeString:
    """Return a run of text marked with its own language where that is not the page's."""
    return format_html("<span{}>{}</span>", tongue(text), text) if text else mark_safe("")


@register.filter
def aside(text: str, classes: str = "soft") -> SafeString:
    """Return what is said softly beside a name, nothing where there is nothing to say."""
    return format_html('<span class="{}"{}>{}</span>', classes, tongue(text), text) if text else mark_safe("")


@register.filter
def listed(texts: Iterable[str], mark: str) -> SafeString:
    """Return several runs of text as a list within a sentence, the language's mark between them."""
    return mark_safe(mark.join(spoken(text) for text in texts))


def _id_of(person: Dot | MetCard) -> int:
    return person.id if isinstance(person, Dot) else person.person_id


@register.simple_tag
def joined(mark: str, *clauses: str) -> SafeString:
    """Return the clauses that say something, the language's mark between them."""
    return mark_safe(mark.join(conditional_escape(clause) for clause in clauses if clause))
