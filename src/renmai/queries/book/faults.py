"""What the database itself refused, as a reason that a door can say."""

from django.conf import settings

from renmai.domain.book.because import Because
from renmai.store.book import this_book


def book_fault(wrong: Exception) -> Because | None:
    """Return why the book cannot be read or written, or None where `wrong` is no fault of the database."""
    if not this_book.is_fault(wrong):
        return None
    fault = " ".join(str(wrong).split())
    if server := this_book.server():
        return Because("book_server_fault", {"server": server, "fault": fault})
    return Because("book_fault", {"home": str(settings.HOME), "fault": fault})
