"""The address that opens a mail which Today proposes."""

from urllib.parse import quote

from django import template

from renmai.queries.today.cards import TodayItem
from renmai.wording import sentence

register = template.Library()


@register.simple_tag
def mail_address(item: TodayItem) -> str:
    """Return the address that opens a mail to somebody: an answer where one is owed, with the draft in it."""
    subject = f"Re: {item.reply_to_subject}" if item.reply_to_subject else ""
    body = f"&body={quote(sentence(item.draft), safe='')}" if item.draft else ""
    return f"mailto:{quote(item.mail_to, safe='@')}?subject={quote(subject, safe='')}{body}"
