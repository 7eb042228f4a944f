"""Forms: what a page takes down is read by the form of its noun, and drawn by it."""

import ast
import re

from renmai.web.forms.book.noun_form import Button, NounForm
from renmai.web.templatetags.forms import FORMS
from tests.house.source import Module, of_floors
from tests.house.test_templates import written

BY_HAND = {
    "web/views/book/back.py": "`next` says where a form stood; it is no field of any noun",
    "web/views/book/lost.py": "a fault hands back what was sent, whatever the form",
}
"""Views that read what was sent themselves, and why."""
POSTED = re.compile(r"""<form\b[^>]*method="post".*?</form>""", re.DOTALL)
BOX = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
NOT_TYPED = re.compile(r'type="(?:hidden|file)"')


def kinds(of: type[NounForm] = NounForm) -> set[type[NounForm]]:
    """Return the forms of all nouns."""
    return {kind for heir in of.__subclasses__() for kind in {heir, *kinds(heir)}}


def by_hand(module: Module) -> list[int]:
    """Return the lines where a module does with what was sent anything but to hand it to a form."""
    handed = {
        argument
        for call in module.nodes(ast.Call)
        if re.fullmatch(r"\w+Form|Button", ast.unparse(call.func))
        for argument in call.args
    }
    return [node.lineno for node in module.nodes(ast.Attribute) if node.attr == "POST" and node not in handed]


def test_what_was_sent_is_read_by_the_form_of_its_noun_and_by_no_view():
    reading = {module.name for module in of_floors("web") if by_hand(module)}

    assert reading == set(BY_HAND)


def test_a_page_draws_no_box_of_a_form_by_hand():
    drawn = {
        (name, box)
        for name, text in written().items()
        for form in POSTED.findall(text)
        for box in BOX.findall(form)
        if not NOT_TYPED.search(box)
    }

    assert drawn == set()


def test_every_form_with_something_to_type_can_be_shown_again():
    """A form shows a refusal under its main field where it names no other; both must be there."""
    typed = {kind for kind in kinds() if kind.main}

    assert set(FORMS.values()) == typed | {kind for kind in FORMS.values() if kind.called == "browser"}
    assert [
        (kind.called, at)
        for kind in typed
        for at in (kind.main, *kind.wrong_at.values())
        if at and at not in kind.base_fields  # one of no field stands with the whole form
    ] == []


def test_no_two_forms_go_by_one_name():
    called = [kind.called for kind in kinds() | {Button} if hasattr(kind, "called")]

    assert sorted(called) == sorted(set(called))
