"""What every command says that notes something: under which number, or that nothing new was said."""

from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.shapes.book import noted_of_shape, noted_shape


def tell_noted(
    decision_id: int | None, said: str = "", *, as_json: bool, of: int | None = None, **names: object
) -> None:
    """Say what was noted, or that nothing new was said; as JSON its decision.

    :param said: the sentence, with places for `names` and for a `number`: `of`, else the decision's
    :param of: the number of the cooperation or promise that it is noted of
    """
    if as_json:
        printing.write_json(noted_shape(decision_id) if of is None else noted_of_shape(of, decision_id))
    elif decision_id is None:
        printing.line(_("Nothing new: that stands already."))
    else:
        words = said or _("Noted as %(number)s; renmai undo takes it back.")
        printing.line(words % {"number": decision_id if of is None else of, **names})
