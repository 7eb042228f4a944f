"""Sessions: who came in by a link, until the browser is closed, the server starts anew or all are ended."""

from django.contrib.sessions.models import Session


def sign_out_everywhere() -> None:
    """End every session of this book; whoever wants to go on needs a new link."""
    Session.objects.all().delete()
