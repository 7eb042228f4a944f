"""The process that reads one upload: `python -m renmai.config.importer ID MOMENT`, started by the server."""

import os
import sys
import threading
from datetime import datetime

import django


def main(import_id: int, now: datetime) -> None:
    """Read the upload of that import, and end early only with the server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renmai.config.settings")
    django.setup()
    from renmai.actions.capture.run_import_apart import end_with_parent, run_as_child  # noqa: PLC0415 - actions and queries need the settings, which are ready only now
    from renmai.queries.book.viewers import viewer_of_this_book  # noqa: PLC0415 - actions and queries need the settings, which are ready only now

    viewer = viewer_of_this_book()
    if viewer is not None:
        watched = (import_id, sys.stdin.fileno())
        threading.Thread(target=end_with_parent, args=watched, daemon=True).start()
        run_as_child(viewer, import_id, now=now)


if __name__ == "__main__":
    main(int(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
