"""What a mail is worth as evidence: meant for those it names, sent to a mass, or written by a machine."""

import re
from collections.abc import Mapping

from renmai.domain.capture.interactions import Nature

MOST_NAMED = 200  # whoever writes to more does not mean any one of them
_BY_MACHINE = re.compile(
    r"\s*(?:(?:re|回复|答复)[:：]\s*)?(?:自动回复|自动答复|自動回覆|自动应答|外出自动|休假自动|不在办公室|系统退信|退信通知|投递失败|未送达"
    r"|无法投递|邮件投递失败"
    r"|auto(?:matic)?[ -]?(?:reply|response|antwort)|autoreply|out[ -]of[ -](?:the[ -])?office|ooo[:：]"
    r"|abwesenheit(?:snotiz)?|réponse automatique|respuesta automática|risposta automatica"
    r"|undeliver(?:ed|able)|mail delivery (?:failed|subsystem)|returned mail|failure notice"
    r"|delivery (?:status notification|failure|has failed)|delivered:|read:|已读[:：]|回执[:：])",
    re.IGNORECASE,
)
_ANSWERS_INVITATION = re.compile(
    r"\s*(?:accepted|declined|tentative|tentatively accepted|已接受|已拒绝|暂定|接受|谢绝)\s*[:：]",
    re.IGNORECASE,
)


def nature_of_mail(fields: Mapping[str, object], *, named: int, lists: int) -> str:
    """Judge a mail by its headers, by how many people it names and how many lists.

    A discussion on a list is direct for the people it names beside the list; what is sent through a list or
    in bulk and names nobody, or one receiver only without a list to discuss on, is mass.
    """
    if _is_automatic(fields):
        return Nature.AUTOMATIC
    if named > MOST_NAMED:
        return Nature.MASS
    precedence = str(fields.get("precedence", "")).lower()
    is_bulk = "list_unsubscribe" in fields or precedence in ("bulk", "junk")
    is_listed = (
        is_bulk or precedence == "list" or "list_id" in fields or "mailing_list" in fields or lists > 0
    )
    if is_listed and not named:
        return Nature.MASS
    is_discussed = lists > 0 or "mailing_list" in fields or "list_post" in fields
    if is_bulk and named <= 1 and not is_discussed and "in_reply_to" not in fields:
        return Nature.MASS
    return Nature.DIRECT


def _is_automatic(fields: Mapping[str, object]) -> bool:
    if fields.get("content_kind") == "report" or fields.get("return_path") == "<>" or "auto_reply" in fields:
        return True
    submitted = str(fields.get("auto_submitted", "no")).partition(";")[0].strip().lower()
    if submitted not in ("no", "") or fields.get("precedence") in ("auto_reply", "auto-reply"):
        return True
    subject = str(fields.get("subject", ""))
    if fields.get("content_kind") == "calendar" and _ANSWERS_INVITATION.match(subject):
        return True
    return bool(_BY_MACHINE.match(subject))
