"""What the owner's own traces say of where they work: every letter they wrote is gone through for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from renmai.domain.book.owners import Viewer
from renmai.domain.positions.signs import PositionSign
from renmai.store.positions.routes import my_host_ends
from renmai.store.positions.signs import position_signs
from renmai.store.ties.kept_ties import my_ids
from renmai.upkeep.book.lasting import lasting


@dataclass(frozen=True, slots=True)
class MyWorkSigns:
    """Signs of the owner's work; by employer's domain how many mails they sent, the first and the last."""

    signs: tuple[PositionSign, ...] = ()
    host_ends: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)


def my_work_signs(viewer: Viewer, as_of_epoch_s: int) -> MyWorkSigns:
    """Return what the owner's traces before a moment say; who cannot wait gets what was last made of them."""
    found = lasting(
        viewer,
        "my_work_signs",
        as_of_epoch_s=as_of_epoch_s,
        make=lambda waiting: _made(waiting, as_of_epoch_s),
        shape=MyWorkSigns,
    )
    return found.card or MyWorkSigns()


def _made(viewer: Viewer, as_of_epoch_s: int) -> MyWorkSigns:
    signs = position_signs(viewer, my_ids(viewer.owner_id), as_of_epoch_s, with_unsure=True)
    return MyWorkSigns(
        signs=tuple(sign for each in signs.values() for sign in each),
        host_ends=my_host_ends(viewer.owner_id, as_of_epoch_s),
    )
