"""A handle: an address, number or name under which one person, role, list or robot is reached."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from renmai.domain.people.rooms import is_address_of_a_room


class HandleKind(StrEnum):
    """What sort of address a handle is; its text form is `kind:value`.

    `mention` is no address and is never shown: it stands for whom the mention of that key names, so that what
    the owner writes down of somebody without an address finds them.
    A disguised one is a name that an archive gives somebody whose address it hides: `ada at firm.example`.
    """

    MAIL = "mailto"
    DISGUISED = "disguised"
    PHONE = "tel"
    WECHAT = "wechat"
    MESSENGER = "im"
    LINK = "link"
    MENTION = "mention"


class HandleNature(StrEnum):
    """Whose a handle is. Only a personal one joins mentions into one person and carries a tie.

    From a shared one several humans write, whom the names on their letters tell apart.
    """

    PERSONAL = "personal"
    SHARED = "shared"
    ROLE = "role"
    LIST = "list"
    ROBOT = "robot"


class Handle(NamedTuple):
    """One handle in its one normal form, e.g. `Handle("mailto", "li.lei@example.cn")`."""

    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"

    @property
    def host(self) -> str:
        """The part of a mail address behind its @."""
        return self.value.rpartition("@")[2]


def handle_of(text: str) -> Handle:
    """Return the handle that `str(handle)` wrote as `text`."""
    kind, _, value = text.partition(":")
    return Handle(kind, value)


DISGUISE = " at "
"""What stands in place of the @ in the one normal form of a disguised address."""


def undisguised(handle: Handle) -> Handle:
    """Return the address that a disguised one stands for if it shows all of it, any other handle as it is.

    It serves to compare by: that the address exists is certain only where it was seen elsewhere.
    """
    local, at, host = (
        handle.value.partition(DISGUISE) if handle.kind == HandleKind.DISGUISED else ("", "", "")
    )
    return Handle(HandleKind.MAIL, f"{local}@{host}") if at and " " not in local + host else handle


def disguised(address: Handle) -> Handle:
    """Return the name under which an archive that hides addresses gives this mail address."""
    local, _, host = address.value.rpartition("@")
    return Handle(HandleKind.DISGUISED, f"{local}{DISGUISE}{host}")


def spelt_otherwise(handles: Iterable[Handle]) -> list[str]:
    """Return these addresses as texts, disguised where they are plain and plain where they are disguised."""
    return [str(other) for other in map(other_spelling, handles) if other is not None]


def other_spelling(handle: Handle) -> Handle | None:
    """Return a mail address as it is disguised, a disguised one as the address it shows, else None."""
    if handle.kind == HandleKind.MAIL:
        return disguised(handle)
    address = undisguised(handle)
    return address if address != handle else None


# A machine writes from these and reads nothing that is sent there.
_ROBOT = re.compile(
    r"(?:^|[._+-])(?:no|not|never|dont|donot|do[._-]not|don[._-]t)[._-]?(?:reply|replies|response|respond|answer)"
    r"(?:$|[._+-]|\d)"
    r"|^(?:mailer[._-]?daemon|postmaster|bounces?|returns?|auto(?:mat(?:ed|ic))?[._-]?(?:reply|mailer|response|"
    r"confirm|notify)?|daemon|nobody|root|cron|mailman|listserv|majordomo|lists?erver|ezmlm|noc|www-data|"
    r"notif(?:y|ications?|ier)?|alerts?|newsletters?|news|digest|mailing|mailings|updates?|reminders?|"
    r"calendar-(?:server|notification|invites)|drive-shares(?:-noreply)?|invitations?|system|robot|bot|jenkins|"
    r"gitlab|github|buildbot|patchwork|syzbot|lkp|kbuild|zidonghuifu|xitong|tongzhi|系统|系统通知|通知|自动回复)$"
    r"|^(?:bounces?|notif(?:y|ications?)|mailer|reply|unsubscribe|syzbot|comments?|prvs|srs[01])[+=_]|^bounces?-\d"
    r"|(?:^|[._+-])(?:bounces?|noreply|notifications?|mailer-daemon|autoreply|auto-reply|newsletter|robot|bot)$"
    r"|^(?:patchwork-bot|tip-bot|pr-tracker-bot|dependabot|kernel-test-robot)",
)
# Several people read these, and whoever answers today need not answer tomorrow.
_ROLE = re.compile(
    r"^(?:info(?:rmation|s)?|contact(?:o|us|-?us)?|kontakt|hello|ask|sales|support|service|services|help|"
    r"helpdesk|help-?desk|office|admin(?:istrator|istration)?|webmaster|hostmaster|abuse|security|privacy|legal|"
    r"compliance|dpo|gdpr|billing|invoices?|accounts?|accounting|accountspayable|payroll|finance|payments?|orders?|"
    r"shop|store|booking|bookings|reservations?|reception|hr|jobs?|careers?|recruit(?:ing|ment|er)?|talent|"
    r"marketing|press|media|pr|partners?|partnerships?|business|bd|feedback|complaints?|customer"
    r"(?:s|-?service|-?care|-?support)?|care|client-?services?|team|staff|crew|everyone|everybody|all|company|"
    r"community|events?|conference|registration|register|membership|members|alumni|admissions?|registrar|library|"
    r"editor|editors|editorial|submissions?|committee|board|secretary|secretariat|treasurer|enquir(?:y|ies)|"
    r"inquir(?:y|ies)|general|inbox|web|www|site|root|sysadmin|it|itsupport|ops|devops|dev|"
    r"engineering|subscribe|subscriptions?|maintainers?|wordpress|wp|joomla|drupal|typo3|cms|website|web-?forms?|"
    r"forms?|contact-?forms?|formmail(?:er)?|kontaktformular|formular|kefu|fuwu|shouhou|shouqian|xiaoshou|caiwu|renshi|hezuo|"
    r"zhaopin|zhaosheng|shichang|bangongshi|shangwu|tousu|yewu|lianxi|gongsi|jianli|"
    r"客服|服务|销售|售后|售前|商务|合作|招聘|人事|财务|市场|办公室|联系|咨询|投诉|编辑部|投稿|校友会|秘书处)"
    r"(?:[._-]?(?:team|desk|dept|department|cn|uk|us|eu|de|fr|hk|tw|sg|jp|china|asia|emea|apac|global|"
    r"europe|america|beijing|shanghai|shenzhen|guangzhou|bj|sh|sz|gz|部|中心|组)|\d{1,3})?$"
    r"|^[a-z]+[._-](?:support|sales|service|kefu|helpdesk|office|info|team|hr|admin|billing)$"
    r"|(?:客服|客户服务|售后服务)(?:部|中心|组)?\d*$",
)
# One mail sent there reaches many.
_LIST_LOCAL = re.compile(
    r".-(?:owner|request|subscribe|unsubscribe|join|leave|confirm)$|^owner-"
    r"|.-(?:list|lists|users|devel|developers|announce|discuss|discussion|commits|bugs)$"
    r"|^(?:all|everyone)[._-](?:staff|hands|team|employees)$"
)
_LIST_HOST = re.compile(
    r"^(?:lists?|listserv|mailman\d?|groups?|ml|mailing-?lists?|alioth-lists|sympa|listes?|listas?)\."
    r"|(?:^|\.)(?:googlegroups\.com|groups\.io|yahoogroups\.com|freelists\.org|librelist\.com|vger\.kernel\.org|"
    r"lists\.(?:linux\.dev|infradead\.org|freedesktop\.org|sourceforge\.net|debian\.org|ubuntu\.com)|"
    r"simplelists\.com|topica\.com|egroups\.com|lists\.[a-z0-9.-]+)$"
)
_ROBOT_HOST = re.compile(
    r"^(?:bounces?|noreply|no-reply|notifications?|reply|mailer|automail|em\d*|e?mailing|newsletters?)\.[^.]+\."
    r"|(?:^|\.)(?:reply\.github\.com|notifications\.google\.com|calendar-server\.bounces\.google\.com|"
    r"facebookmail\.com|bounce\.[a-z0-9.-]+|amazonses\.com|mailgun\.org|sendgrid\.net|mcsv\.net|mktomail\.com)$"
)


@lru_cache(maxsize=65_536)
def nature_of(handle: Handle) -> HandleNature:
    """Say by its form alone whose a handle is; what the traces show of its use may still change that.

    Only mail addresses tell, disguised or not: a phone number, an id or a link counts as personal until
    something shows otherwise.
    """
    address = undisguised(handle)
    if address.kind not in (HandleKind.MAIL, HandleKind.DISGUISED):
        return HandleNature.PERSONAL
    local, _, host = address.value.partition(" ")[0].rpartition("@")
    local = local.lower()
    if _ROBOT.search(local) or _ROBOT_HOST.search(host):
        return HandleNature.ROBOT
    if _LIST_HOST.search(host) or _LIST_LOCAL.search(local):
        return HandleNature.LIST
    if _ROLE.search(local) or is_address_of_a_room(local, host):
        return HandleNature.ROLE
    return HandleNature.PERSONAL


def nature_in_use(
    handle: Handle,
    *,
    is_called_list: bool,
    is_host_of_lists: bool,
    is_machine: bool,
    is_contested: bool = False,
    is_team: bool = False,
) -> HandleNature:
    """Say whose a handle is by its form and by what the traces show of its use.

    :param is_called_list: mails sent to it say that it is a list
    :param is_host_of_lists: its host has lists, and nobody there ever wrote in person
    :param is_machine: it only ever wrote by machine, and nobody ever wrote to it; somebody who was written
        to and whose machine answered (away, on leave) is a person
    :param is_contested: surely different humans write from it
    :param is_team: it never wrote, bears no human's name, and many people copy it
    """
    nature = nature_of(handle)
    if is_called_list:
        return HandleNature.LIST
    if nature != HandleNature.PERSONAL or undisguised(handle).kind != HandleKind.MAIL:
        return nature
    if is_host_of_lists:
        return HandleNature.LIST
    if is_machine or is_team:
        return HandleNature.ROBOT if is_machine else HandleNature.ROLE
    return HandleNature.SHARED if is_contested else nature


def is_tagged(handle: Handle, owner: Handle) -> bool:
    """Tell whether a mail address is another one with a tag: `ada+work@…` reaches whom `ada@…` does."""
    if handle.kind != HandleKind.MAIL or owner.kind != HandleKind.MAIL or handle.host != owner.host:
        return False
    local = handle.value.rpartition("@")[0]
    return local.startswith(owner.value.rpartition("@")[0] + "+")
