"""The properties by which cards say how somebody is reached, under the names that programs give them."""

import re

from renmai.sources.vcard.properties import Card, CardProperty
from renmai.sources.vcard.values import text_of

SERVICE_NAMES = {
    "X-QQ": "qq", "X-QQ-NUMBER": "qq", "X-TENCENT-QQ": "qq", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype",
    "X-AIM": "aim", "X-MSN": "msn", "X-ICQ": "icq", "X-YAHOO": "yahoo", "X-JABBER": "xmpp", "X-GTALK": "xmpp",
    "X-GOOGLE-TALK": "xmpp", "X-TELEGRAM": "telegram", "X-WHATSAPP": "whatsapp", "X-LINE": "line",
}  # fmt: skip
REACHING = frozenset(SERVICE_NAMES) | {
    "EMAIL", "TEL", "X-MS-TEL", "X-WECHAT", "X-WEIXIN", "X-WECHAT-ID",
    "URL", "IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-IM", "X-MS-IMADDRESS",
}  # fmt: skip
_PHONE_NAMES = """
PHONE MOBILE CELL CELLPHONE CELLULAR TELEPHONE MOBILEPHONE PHONENUMBER PHONE-NUMBER TELEFON HANDY NATEL
X-PHONE X-MOBILE X-CELL X-TEL X-PHONE-NUMBER X-TELEPHONE 手机 电话 移动电话 座机 手機 電話
"""
_MAIL_NAMES = """
MAIL E-MAIL EMAILADDRESS EMAIL-ADDRESS MAILTO X-EMAIL X-MAIL X-E-MAIL 邮箱 邮件 电子邮件 郵箱 電郵
"""
_USUAL = dict.fromkeys(_PHONE_NAMES.split(), "TEL") | dict.fromkeys(_MAIL_NAMES.split(), "EMAIL")
_USES = frozenset(("WORK", "HOME", "CELL", "MOBILE", "MAIN", "OTHER", "OFFICE", "PRIVATE", "BUSINESS", "FAX"))
_STANDARD = """
FN N NICKNAME PHOTO BDAY ANNIVERSARY GENDER ADR LABEL LANG TZ GEO TITLE ROLE LOGO ORG MEMBER RELATED NOTE
CATEGORIES PRODID REV SOUND UID CLIENTPIDMAP VERSION KEY FBURL CALADRURI CALURI SOURCE KIND XML AGENT MAILER
CLASS SORT-STRING NAME PROFILE CONTACT-URI BIRTHPLACE DEATHPLACE DEATHDATE EXPERTISE HOBBY INTEREST
ORG-DIRECTORY
"""
_KNOWN = REACHING | frozenset(_STANDARD.split())
_OF_PROGRAMS = (
    "X-AB", "X-EVOLUTION", "X-KADDRESSBOOK", "X-ADDRESSBOOK", "X-ANDROID", "X-GOOGLE", "X-MS-", "X-NEXTCLOUD",
)  # fmt: skip
_NUMBER = re.compile(r"(?:tel:)?\s*\+[\d\s().-]{8,20}")
_MAIL = re.compile(r"(?:mailto:)?[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+")
_LONGEST = 200


def usual(prop: CardProperty) -> CardProperty:
    """Return a property by its usual name: `PHONE.WORK` is a TEL, `E-MAIL` an EMAIL."""
    if prop.name in _USUAL:
        return prop._replace(name=_USUAL[prop.name])
    of_group = _USUAL.get(prop.group.upper()) if prop.name in _USES else None
    if of_group is None:
        return prop
    return prop._replace(name=of_group, group="", params=(*prop.params, ("TYPE", (prop.name,))))


def unread_ways(card: Card) -> list[CardProperty]:
    """Return the properties of names we do not know whose value is, beyond doubt, a number or an address."""
    return [
        prop
        for prop in map(usual, card.properties)
        if prop.name not in _KNOWN
        and len(prop.value) < _LONGEST
        and not prop.name.startswith(_OF_PROGRAMS)
        and any(pattern.fullmatch(text_of(prop)) for pattern in (_NUMBER, _MAIL))
    ]
