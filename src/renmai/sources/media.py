"""Pictures, sound and films, which exports of chats carry along, told by their first bytes."""

import re

_MEDIA = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....(?:WEBP|WAVE|AVI )|....ftyp"
    rb"|OggS|ID3|\xff[\xfb\xf3\xf2\xf1\xf9]|#!AMR|\x1aE\xdf\xa3|fLaC|%PDF-|\x02#!SILK|#!SILK",
    re.DOTALL,
)


def is_media(head: bytes) -> bool:
    """Tell whether a file is a picture, sound, a film or a printed page, which hold no words to read."""
    return _MEDIA.match(head) is not None
