"""Introductions in what somebody wrote, found by plain rules in Chinese and English (T9).

A rule names a way in which people bring two others together in one letter. What it finds is proposed with its
sentence; the owner says whether it was so.
"""

import re

_SPLIT = re.compile(r"(?<=[。！？；!?;])|(?<=[.])\s+|\n+")
_ZH = re.compile(
    r"介绍(?:你们|您们|二位|两位|大家)|(?:给|向|跟|和)(?:你|您)(?:们)?介绍(?!信)|把.{1,12}介绍给(?:你|您)|引荐"
    r"|(?:你们|二位|两位|互相|彼此)(?:可以)?(?:先)?(?:认识|对接|聊聊|加个微信)|推荐给(?:你|您)认识|牵个线|搭个桥"
    r"|抄送(?:了|给)?.{1,12}(?:你们|直接)"
)
_EN = re.compile(
    r"\bintroduc(?:e|ing) (?:you|the two|both|my|our|each)\b|\be-?intro(?:duction)?\b|\bintro(?:duction)?:"
    r"|\b(?:like|want|love|wanted) you(?: two| both)? to meet\b"
    r"|\bmeet (?:my|our) (?:friend|colleague|partner)\b|\bconnect(?:ing)? (?:you|the two)\b"
    r"|\b(?:cc['’]?(?:ing|d|ed)|copying(?: in)?|looping in|adding)\b[^.!?\n]{1,60}"
    r"|\bput(?:ting)? (?:you two|you both|you) in touch\b|\byou two should (?:meet|talk|know)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"looking forward|自我介绍|介绍一下我|产品介绍|公司介绍|课程介绍|介绍信", re.IGNORECASE
)


def introduction_in(*texts: str) -> str:
    """Return the first sentence that brings two people together, empty where none does.

    Quoted lines are left alone.
    """
    lines = (line for text in texts for line in text.splitlines() if not line.lstrip().startswith(">"))
    for line in lines:
        for part in _SPLIT.split(line):
            sentence = str(part or "").strip()
            if (
                sentence
                and not _NOT_MEANT.search(sentence)
                and (_ZH.search(sentence) or _EN.search(sentence))
            ):
                return sentence
    return ""
