"""`renmai split`: some handles of a person belong to somebody else."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.people.split_person import split_person
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.options import Today, Who
from renmai.cli.people.who import mention_ids_of, person_id_of


def command(
    person: Who,
    handles: Annotated[
        list[str], typer.Argument(metavar="HANDLE", help=later("The handles that are somebody else's."))
    ],
    today: Today = None,
) -> None:
    """Split HANDLEs off PERSON; the decision binds every rebuild and can be undone."""
    viewer = open_for_reader()
    day = clock.day_of(viewer, today)
    person_id = person_id_of(viewer, person)
    mention_ids = mention_ids_of(viewer, person_id, handles, today=day)
    split_person(viewer, person_id, mention_ids, now=clock.moment())
    printing.line(
        _("%(handles)s and %(person)s are apart now; renmai undo takes it back.")
        % {"handles": ", ".join(handles), "person": person}
    )
