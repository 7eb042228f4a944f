"""What stands behind the date: who speaks, and whether it is speech, a picture, a call or a notice."""

import re
from enum import StrEnum
from typing import NamedTuple

from renmai.sources.whatsapp_chat.stamps import plain

LONGEST_NAME = 100
_MARKED = re.compile(r": ?\u200e")
_QUOTES = re.compile(r"[\"“”„«»「」]")
_LEVELS = frozenset(("error", "warn", "warning", "info", "debug", "trace", "fatal", "critical", "notice"))
_NOTICE = re.compile(
    r"\b(?:changed|created|added|removed|left|joined|turned|pinned|blocked|cambió|creó|añadió|salió|hat|changé|"
    r"créé|ajouté|mudou|criou|adicionou|ha)\b|更改|创建|建立|添加|加入|移除|退出|изменил|создал|добавил"
)
_GROUP = re.compile(
    r"\b(?:group|grupo|gruppe|groupe|gruppo|groep|grup|ryhm|skupin|csoport|nhóm)|групп|груп|群|グループ|그룹|"
    r"مجموعة|समूह|กลุ่ม|קבוצה",
    re.IGNORECASE,
)
_GROUP_NAME = re.compile(r"[\"“„«「](?P<name>[^\"“”„«»「」]{1,100})[\"”“»」]")
_ENCRYPTED = re.compile(
    r"end-to-end|endpoint|端到端|端對端|de extremo a extremo|ende-zu-ende|de bout en bout|de ponta a ponta|"
    r"crittografi|сквозн|エンドツーエンド|종단간|uçtan uca",
    re.IGNORECASE,
)
_DELETED = re.compile(
    r"(?:you deleted this message|this message was deleted|(?:你|您)已?(?:删除|刪除)了?(?:这|此|這)条?.{0,6}|"
    r"(?:此|这条|這則)(?:消息|訊息)已(?:被)?(?:删除|刪除|撤回)|se eliminó este mensaje|"
    r"eliminaste este mensaje|"
    r"diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|ce message a été supprimé|"
    r"vous avez supprimé ce message|mensagem apagada|você apagou esta mensagem|"
    r"questo messaggio è stato eliminato|"
    r"hai eliminato questo messaggio|данное сообщение удалено|вы удалили данное сообщение)[.。]?",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"<[^<>\n]{3,60}>|(?:image|video|audio|gif|sticker|document|contact card|video note) omitted|null"
)
_ATTACHED = re.compile(r"[^\n]{1,200}\.\w{2,5} \([^()\n]{3,40}\)|<[^<>\n:]{3,40}: [^<>\n]{1,200}>")
_EDITED = re.compile(
    r"<[^<>\n]{0,40}(?:edited|editado|editó|bearbeitet|modifié|modificato|bewerkt|измен|编辑|編輯)[^<>\n]{0,20}>$"
)
_CALL_WORDS = (
    r"(?:voice|video) call|(?:语音|视频)通话|(?:語音|視訊)通話|(?:video)?llamada(?: de voz)?|"
    r"(?:sprach|video)anruf|"
    r"appel (?:vocal|vidéo)|(?:chamada|ligação) de (?:voz|vídeo)|(?:video)?chiamata(?: vocale)?"
)
_CALL = re.compile(
    rf"(?:{_CALL_WORDS})[,.，。]\s*(?P<number>\d{{1,3}})\s?(?P<unit>sec|s\b|秒|seg|sek|min|分|hr|h\b|小时|小時|std)",
    re.IGNORECASE,
)
_NO_CALL = re.compile(
    rf"(?:missed|未接|perdida|verpasst|manqué|sem resposta|persa).{{0,20}}|"
    rf".{{0,30}}(?:{_CALL_WORDS}).{{0,60}}",
    re.IGNORECASE,
)
_SECONDS = {"m": 60, "分": 60, "h": 3600, "小": 3600}
_CALLED = re.compile(r"@\u2068(?P<name>[^\u2069\n]{1,100})\u2069|@(?P<number>\d{7,15})\b")
_LONGEST_LEFT_OUT = 90


class MessageSort(StrEnum):
    """What a message is."""

    TEXT = "text"
    MEDIA = "media"
    CALL = "call"
    MISSED = "missed"
    DELETED = "deleted"


class SpokenMessage(NamedTuple):
    """Who speaks in a line, what they say, and whether the app marked it as no speech of theirs."""

    name: str
    text: str
    is_marked: bool


def spoken_in(line: str, start: int) -> SpokenMessage | None:
    """Return who speaks behind the date of a line and what; None where nobody does."""
    rest = plain(line)[start:]
    name, colon, _ = rest.partition(": ")
    if not colon:
        name, colon, _ = rest.rpartition(":") if rest.rstrip().endswith(":") else ("", "", "")
    name = " ".join(name.split())
    if not colon or not 0 < len(name) <= LONGEST_NAME or _QUOTES.search(name):
        return None
    _, _, text = line[start:].partition(": ")
    is_marked = _MARKED.search(line, start) is not None and text.lstrip().startswith("\u200e")
    return SpokenMessage(name, text.strip(" \u200e\u200f\u202a\u202c"), is_marked)


def is_log_level(name: str) -> bool:
    """Tell what logs of programs write where chats write a name."""
    return name.strip("[]").lower() in _LEVELS


def may_be_notice(name: str) -> bool:
    """Tell whether what stands before a colon may be a notice that happens to hold one."""
    return _NOTICE.search(name) is not None


def is_of_a_group(notice: str) -> bool:
    """Tell whether a notice speaks of a group."""
    return _GROUP.search(notice) is not None


def group_names_in(notice: str) -> tuple[str, ...]:
    """Return the names in quotes that a notice of a group holds: what it was and is called."""
    return tuple(" ".join(plain(found["name"]).split()) for found in _GROUP_NAME.finditer(notice))


def is_notice(spoken: SpokenMessage, *, is_first: bool) -> bool:
    """Tell whether a marked text is the app's word on the chat and no picture or call of somebody's."""
    if not spoken.is_marked:
        return False
    if _ENCRYPTED.search(spoken.text) or (is_first and len(spoken.text) > _LONGEST_LEFT_OUT // 3):
        return True
    if call_seconds(spoken.text) is not None or _ATTACHED.match(spoken.text):
        return False
    about = plain(spoken.text)
    is_about_them = about.startswith((spoken.name, "You ", "您", "你"))
    is_long = len(about) > _LONGEST_LEFT_OUT
    return (is_about_them or is_long or is_of_a_group(about)) and not _DELETED.fullmatch(about)


def call_seconds(text: str) -> int | None:
    """Return how long a call took, None where a text tells of none."""
    found = _CALL.search(plain(text))
    if found is None or found.start() > 1:
        return None
    return int(found["number"]) * _SECONDS.get(found["unit"][0].lower(), 1)


def sort_of(text: str, *, is_marked: bool) -> MessageSort:
    """Return what a whole message is, its further lines included."""
    about = plain(text).strip()
    if _DELETED.fullmatch(about):
        return MessageSort.DELETED
    if is_marked and call_seconds(about) is not None:
        return MessageSort.CALL
    if is_marked and _NO_CALL.fullmatch(about.partition("\n")[0]):
        return MessageSort.MISSED
    if _LEFT_OUT.fullmatch(about) or _ATTACHED.fullmatch(about) or (is_marked and "\n" not in about):
        return MessageSort.MEDIA
    return MessageSort.TEXT


def own_lines(text: str) -> list[str]:
    """Return the lines that somebody wrote: no file's name above a caption, no remark that it was edited."""
    lines = _EDITED.sub("", plain(text)).rstrip().split("\n")
    return lines[1:] if _ATTACHED.fullmatch(lines[0].strip()) else lines


def called_in(text: str) -> tuple[str, ...]:
    """Return whom a message calls: a name as the app marks it, or a number."""
    names = (found["name"] or f"+{found['number']}" for found in _CALLED.finditer(text))
    return tuple(dict.fromkeys(" ".join(plain(name).split()) for name in names))
