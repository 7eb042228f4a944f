"""Take the lead among the processes of a server: one of them works for all."""

from renmai.store.book import this_book
from renmai.store.book.alone import first_come

LEAD = "worker.lock"


def ask_to_lead() -> bool:
    """Lead for as long as this process lives; False while another one does."""
    return first_come(this_book.folder(), LEAD) is not None
