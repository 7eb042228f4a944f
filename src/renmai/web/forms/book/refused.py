"""A refused form, kept for the page it stood on, which shows it again with all that was typed."""

from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest

REFUSED = "refused_form"


@dataclass
class RefusedForm:
    """What was typed into which form, under which field it is refused, and why.

    `is_shown` turns true where the page has the form; one that has not says why in its toast, so that no
    refusal goes unsaid.
    """

    form: str
    row: str
    typed: dict[str, list[str]]
    at: str
    sentence: str
    is_shown: bool = False

    def is_of(self, form: str, row: object, main: str) -> bool:
        """Tell whether it is this form, sent with the field that makes the noun."""
        return (self.form, self.row) == (form, str(row)) and main in self.typed


def keep(request: HttpRequest, refused: RefusedForm, page: str) -> None:
    """Keep a refused form for the page of an address."""
    request.session[REFUSED] = {"page": urlsplit(page).path, **asdict(refused)}


def refused_on(request: HttpRequest) -> RefusedForm | None:
    """Return the form that was refused on this page, once; a part of a page leaves it where it is."""
    kept = request.session.get(REFUSED)
    if not kept or kept["page"] != request.path or "HX-Request" in request.headers:
        return None
    del request.session[REFUSED]
    return RefusedForm(**{name: value for name, value in kept.items() if name != "page"})
