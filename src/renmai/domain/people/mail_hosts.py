"""Mail hosts: which address is a private one, which names the firm or organisation behind it.

What somebody registered, and what a registry or a provider gives to everybody, is by the public suffix list.
"""

from functools import lru_cache

from pslr import is_public, privatesuffix

_PROVIDERS = """
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com
icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me fastmail.com fastmail.fm zoho.com
mail.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de posteo.net
mailbox.org tutanota.com tuta.io hushmail.com
orange.fr free.fr laposte.net wanadoo.fr libero.it virgilio.it tiscali.it bluewin.ch telenet.be skynet.be
ziggo.nl xs4all.nl seznam.cz wp.pl o2.pl onet.pl interia.pl mail.ru yandex.ru yandex.com ya.ru rambler.ru
bk.ru list.ru inbox.ru btinternet.com sky.com virginmedia.com comcast.net verizon.net att.net
sbcglobal.net bellsouth.net cox.net charter.net
earthlink.net rogers.com shaw.ca bigpond.com optusnet.com.au
rediffmail.com naver.com hanmail.net daum.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp
qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com sina.com sina.cn vip.sina.com sohu.com
tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com 188.com 263.net
"""
PRIVATE_HOSTS = frozenset(_PROVIDERS.split())
"""Where people keep an address of their own, whoever employs them."""
_FAMILIES = ("yahoo.", "hotmail.", "live.", "outlook.", "gmx.")
"""Providers with one host for each country, as in yahoo.co.jp."""


def is_private(host: str) -> bool:
    """Tell whether anybody may keep an address there, so that it says nothing of an employer."""
    firm = firm_host(host)
    name = firm.partition(".")[0]
    is_provider = not PRIVATE_HOSTS.isdisjoint((host, firm)) or host.startswith(_FAMILIES)
    return is_provider or name.endswith("mail") or is_suffix(host)


def is_suffix(host: str) -> bool:
    """Tell whether a host is a public suffix, below which anybody registers: co.uk, github.io."""
    return "." in host and is_public(host)


@lru_cache(maxsize=65_536)
def firm_host(host: str) -> str:
    """Return the host without its departments: `eu.mail.acme.co.uk` is of `acme.co.uk`."""
    return privatesuffix(host) or host


def organisation_of_host(host: str) -> str:
    """Return the domain an organisation registered, or nothing for a private host or what is no domain.

    `mail.cs.ox.ac.uk` gives `ox.ac.uk`.
    """
    host = host.lower().strip(".")
    labels = host.split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit():
        return ""
    return "" if is_private(host) else firm_host(host)
