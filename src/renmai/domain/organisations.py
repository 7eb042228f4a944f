"""An organisation as a mail address tells it: the domain of whoever gives people their addresses at work."""

PUBLIC_HOSTS = frozenset(
    (
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "yahoo.com",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "gmx.de",
        "gmx.net",
        "gmx.com",
        "gmx.at",
        "web.de",
        "t-online.de",
        "freenet.de",
        "mail.ru",
        "bk.ru",
        "inbox.ru",
        "list.ru",
        "yandex.ru",
        "yandex.com",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "fastmail.com",
        "fastmail.fm",
        "zoho.com",
        "mail.com",
        "tutanota.com",
        "posteo.de",
        "mailbox.org",
        "free.fr",
        "orange.fr",
        "wanadoo.fr",
        "laposte.net",
        "libero.it",
        "btinternet.com",
        "comcast.net",
        "verizon.net",
        "att.net",
        "qq.com",
        "foxmail.com",
        "163.com",
        "126.com",
        "yeah.net",
        "vip.163.com",
        "vip.qq.com",
        "sina.com",
        "sina.cn",
        "sohu.com",
        "139.com",
        "189.cn",
        "wo.cn",
        "21cn.com",
        "tom.com",
        "aliyun.com",
        "naver.com",
        "daum.net",
        "hanmail.net",
        "docomo.ne.jp",
        "rediffmail.com",
    )
)
"""Hosts that give anybody an address; they say nothing of where somebody works."""
SHARED_ENDS = frozenset(("ac", "co", "com", "edu", "gov", "gob", "go", "ne", "net", "or", "org"))


def organisation_of_host(host: str) -> str:
    """Return the domain an organisation registered, or nothing for a public host or what is no domain.

    `mail.cs.ox.ac.uk` gives `ox.ac.uk`; registries are known by their usual ends only.
    """
    labels = host.lower().strip(".").split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit():
        return ""
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHARED_ENDS
    domain = ".".join(labels[-3:] if is_shared else labels[-2:])
    return "" if domain in PUBLIC_HOSTS or host in PUBLIC_HOSTS else domain
