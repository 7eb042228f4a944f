"""The form of one noun: it reads what was typed, and comes back whole where something of it is refused."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from renmai.domain.book.because import Because
from renmai.web.forms.book.refused import RefusedForm
from renmai.wording import sentence


class ShownField(BoundField):
    """A field on a page: its id there, and what describes it to those who do not see it."""

    form: "NounForm"

    @property
    def auto_id(self) -> str:
        """The id of the box, none where it is unseen; with its row in a form there is one of for each."""
        if self.is_hidden:
            return ""
        id = getattr(self.field, "id", "") or f"{self.form.called}-{self.name}"
        return f"{id}-{self.form.row}" if self.form.row else id

    @property
    def help_id(self) -> str:
        """The id of the line that says what to type."""
        return f"{self.auto_id}-help"

    @property
    def error_id(self) -> str:
        """The id of the line that says what is wrong."""
        return f"{self.auto_id}-error"

    @property
    def aria_describedby(self) -> str:
        """The ids of the lines that are there."""
        lines = ((self.help_text, self.help_id), (self.errors, self.error_id))
        return " ".join(id for is_there, id in lines if is_there)

    def build_widget_attrs(
        self, attrs: Mapping[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Return the attributes of the box; the first wrong one has the cursor."""
        built = dict(super().build_widget_attrs(dict(attrs), widget))
        return built | {"autofocus": True} if self.name == self.form.first_wrong else built


class NounForm(forms.Form):
    """What one form of a page asks.

    `called` is what templates call it by. `main` is the field that makes the noun: a form sent without it was
    not this one as the page shows it, and a refusal that has no better place stands under it. `wrong_at` says
    under which field the refusal of a code stands, `instead` what a page says for its sentence. Where a page
    has the form once for each row, `row` tells them apart; the form may carry it along in `row_field`.
    """

    called: ClassVar[str]
    main: ClassVar[str] = ""
    row_field: ClassVar[str] = ""
    wrong_at: ClassVar[Mapping[str, str]] = {}
    instead: ClassVar[Mapping[str, object]] = {}
    bound_field_class = ShownField
    use_required_attribute = False

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        row: object = "",
        initial: Mapping[str, object] | None = None,
        refusal: tuple[str, str] | None = None,
    ) -> None:
        self.typed, self.refusal = QueryDict() if typed is None else typed, refusal
        self.row = str(row or self.typed.get(self.row_field, ""))
        super().__init__(typed, initial=dict(initial or {}))

    @classmethod
    def again(cls, refused: RefusedForm) -> Self:
        """Return a refused form as it was sent, with what is wrong."""
        typed = QueryDict(mutable=True)
        for name, texts in refused.typed.items():
            typed.setlist(name, texts)
        return cls(typed, row=refused.row, refusal=(refused.at, refused.sentence))

    @classmethod
    def initial_of(cls, noun: object) -> dict[str, object]:
        """Return what stands in the fields where the form changes something: what it holds by their names."""
        if isinstance(noun, Mapping):
            return {name: noun[name] for name in cls.base_fields if name in noun}
        return {name: getattr(noun, name) for name in cls.base_fields if hasattr(noun, name)}

    def full_clean(self) -> None:
        """Read the fields; say again why what they said was refused."""
        super().full_clean()
        if self.is_bound and self.refusal and not self.errors:
            at, words = self.refusal
            self.add_error(at or None, words)

    def refuse(self, because: Because) -> None:
        """Say under its field why what the form says was refused."""
        if because.code == "nothing_said":  # its sentence names the field, under which it stands here
            because = Because("no_words", because.numbers)
        named = str(because.numbers.get("field", ""))
        at = self.wrong_at.get(because.code) or (named if named in self.fields else self.main)
        self.refusal = (at, str(self.instead.get(because.code) or sentence(because)))
        self.add_error(at or None, self.refusal[1])

    def kept(self) -> RefusedForm:
        """Return what was typed, and why it is refused, as it is kept for the page that shows it again."""
        typed = {name: self.typed.getlist(name) for name in self.fields if name in self.typed}
        at, words = self.refusal or ("", next(iter(self.errors.values()))[0])
        return RefusedForm(form=self.called, row=self.row, typed=typed, at=at, sentence=str(words))

    def read(self, name: str) -> Any:
        """Return what a field holds, None where that cannot be read."""
        return None if name in self.errors else self.cleaned_data[name]

    def has(self, name: str) -> bool:
        """Tell whether a field was on the form that was sent."""
        return name in self.typed

    @property
    def is_refused(self) -> bool:
        """Whether something on the form is wrong."""
        return self.is_bound and bool(self.errors)

    @property
    def first_wrong(self) -> str:
        """The first field one sees with something wrong, none where that is not on a field."""
        wrong = (name for name in self.fields if name in self.errors and not self[name].is_hidden)
        return next(wrong, "") if self.is_bound else ""

    @property
    def form_errors(self) -> list[str]:
        """What is wrong with no field one sees."""
        unseen = [name for name in self.errors if name not in self.fields or self[name].is_hidden]
        return [str(words) for name in unseen for words in self.errors[name]]


class Button(NounForm):
    """A form of one button, which says it all."""

    called = "button"
