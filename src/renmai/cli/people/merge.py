"""`renmai merge`: two entries are one person."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.people.merge_people import merge_people
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.options import Who
from renmai.cli.people.who import person_of


def command(
    person: Who,
    other: Annotated[str, typer.Argument(metavar="OTHER", help=later("The entry that is the same person."))],
) -> None:
    """Merge OTHER into PERSON; the decision binds every rebuild and can be undone."""
    viewer = open_for_reader()
    kept, joined = (person_of(viewer, text) for text in (person, other))
    merge_people(viewer, kept.id, joined.id, now=clock.moment())
    printing.line(
        _("%(person)s and %(other)s are one person now; renmai undo takes it back.")
        % {"person": kept.told_apart, "other": joined.told_apart}
    )
