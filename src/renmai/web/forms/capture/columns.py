"""The form of a table's columns: what each holds."""

from typing import ClassVar

from renmai.web.forms.book.fields import TextsField
from renmai.web.forms.book.noun_form import NounForm


class ColumnsForm(NounForm):
    """For each heading of a table, which known one it stands for, or nothing."""

    called, main = "columns", "heading"
    wrong_at: ClassVar = {"no_such_meaning": "", "no_such_column": "", "columns_name_nobody": ""}

    heading = TextsField()
    meaning = TextsField()

    def columns(self) -> dict[str, str]:
        """Return what was chosen, without the columns that are to stay as they are."""
        chosen = zip(self.cleaned_data["heading"], self.cleaned_data["meaning"], strict=False)
        return {heading: meaning for heading, meaning in chosen if meaning}

    @property
    def meanings(self) -> dict[str, str]:
        """What was chosen for each heading when it was sent."""
        return dict(zip(self.typed.getlist("heading"), self.typed.getlist("meaning"), strict=False))
