"""A handle: an address, number or name under which one person, role, list or robot is reached."""

from enum import StrEnum
from typing import NamedTuple


class HandleKind(StrEnum):
    """What sort of address a handle is; its text form is `kind:value`."""

    MAIL = "mailto"
    PHONE = "tel"
    WECHAT = "wechat"
    MESSENGER = "im"
    LINK = "link"
    MESSENGER = "im"


class Nature(StrEnum):
    """Whose a handle is. Only a personal one joins mentions into one person and carries a tie."""

    PERSONAL = "personal"
    ROLE = "role"
    LIST = "list"
    ROBOT = "robot"


class Handle(NamedTuple):
    """One handle in its one normal form, e.g. `Handle("mailto", "li.lei@example.cn")`."""

    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"
