"""A handle as the contract writes it, in its one normal form, with whose it is."""

import re
from functools import lru_cache

from renmai.domain.people.handles import Handle, HandleKind, HandleNature, nature_of

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,19}):(.+)", re.IGNORECASE | re.DOTALL)
_FEWEST_DIGITS = 5
_NOWHERE = re.compile(r"\.(?:local|localdomain|lan|invalid)$")
_NUMBERED = re.compile(r"^mailto:\d+\+([^@]+@users\.noreply\.)")
_FREE = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|web|mail|inbox|"
    r"list|bk|yandex|ya|protonmail|proton|pm|tutanota|tuta|fastmail|hushmail|zoho|qq|vip\.qq|foxmail|163|126|"
    r"vip\.163|188|yeah|sina|sohu|tom|21cn|139|189|wo|aliyun|naver|daum|hanmail|free|orange|wanadoo|laposte|sfr|"
    r"libero|virgilio|t-online|freenet|bluewin|seznam|wp|o2|abv|rediffmail|comcast|verizon|att|sbcglobal|"
    r"users\.noreply\.github|users\.noreply\.gitlab|noreply\.gitee|noreply\.codeberg)\.[a-z]{2,4}(?:\.[a-z]{2})?$"
)


@lru_cache(maxsize=1_024)
def read_handle(text: str) -> Handle | None:
    """Return the handle in `text`, or None where it holds none.

    `mailto:`, `tel:`, `wechat:`, `https://` and any other `scheme:value`; an address with an @ or a number
    without a scheme is a mail address or a phone number.
    """
    text = text.strip()
    if text.lower().startswith(("https://", "http://")):
        return _link(text)
    match = _SCHEME.fullmatch(text)
    scheme, value = (match[1].lower(), match[2].strip()) if match else ("", text)
    if scheme in ("mailto", "mail", "email") or (not scheme and "@" in value):
        return _mail(value)
    if scheme in ("tel", "phone", "sms") or (not scheme and re.fullmatch(r"[+\d()\s./-]+", value)):
        return _phone(value)
    if scheme == HandleKind.DISGUISED and value:
        return Handle(scheme, value.lower())
    if not scheme or not value or any(c.isspace() for c in value):
        return None
    return Handle(HandleKind.WECHAT if scheme == "weixin" else scheme, value.lower())


def _mail(value: str) -> Handle | None:
    local, at, domain = value.strip("<>").partition("?")[0].strip().lower().rpartition("@")
    if not at or not local or not domain or any(c.isspace() or c in '<>,;"' for c in local + domain):
        return None
    return Handle(HandleKind.MAIL, f"{local}@{domain.rstrip('.')}")


def _phone(value: str) -> Handle | None:
    digits = "".join(c for c in value if c.isdigit())
    sign = "+" if value.lstrip("( ").startswith("+") else ""
    return Handle(HandleKind.PHONE, sign + digits) if len(digits) >= _FEWEST_DIGITS else None


def _link(text: str) -> Handle | None:
    host, _, path = text.partition("://")[2].partition("#")[0].rstrip("/").partition("/")
    host = host.lower().removeprefix("www.")
    if "." not in host or any(c.isspace() for c in path):
        return None
    return Handle(HandleKind.LINK, f"https://{host}/{path}" if path else f"https://{host}")


def account_of(handle: Handle) -> str:
    """Return what tells the account behind a handle: a forge's alias is one with its number and without."""
    return _NUMBERED.sub(r"mailto:\1", str(handle))


def whose(handle: Handle) -> str:
    """Return whose a handle is by its form; an address no mail reaches and a front page are nobody's."""
    if handle.kind == HandleKind.LINK and handle.value.count("/") < 3:
        return HandleNature.ROLE
    if handle.kind == HandleKind.MAIL and is_nowhere(handle.host):
        return HandleNature.ROBOT
    return nature_of(handle)


def is_nowhere(host: str) -> bool:
    """Tell whether mail to this host reaches nobody: a machine's own name, no name at all."""
    return "." not in host or "(" in host or _NOWHERE.search(host) is not None


def is_free(host: str) -> bool:
    """Tell whether anybody may have an address at this host, so that it says nothing of an organisation."""
    return _FREE.match(host) is not None
