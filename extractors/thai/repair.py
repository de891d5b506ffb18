"""Repairs of Thai text that came out of a PDF; clean text from the web needs none of them."""

from __future__ import annotations

import re

from extractors.thai.text import CONSONANTS, MARKS, NIKHAHIT, SARA_AA, SARA_AM, TONES

_MARK_APART = re.compile(f"(?<=[{CONSONANTS}{MARKS}])[ \n]+(?=[{MARKS}{SARA_AM}])")
_AM_APART = re.compile(f"{NIKHAHIT}([{TONES}]?) +{SARA_AA}|{SARA_AM}([{TONES}]?) +{SARA_AA}")
_AM_LOST = re.compile(f"([{CONSONANTS}][{TONES}]?) +{SARA_AA}")
_LATIN_TONE = re.compile(f"(?<=[{CONSONANTS}{MARKS}])[\u00c9-\u00cd]")
_TONES = dict(zip("\u00c9\u00ca\u00cb\u00cc\u00cd", "่้๊๋์", strict=True))


def repaired(text: str) -> str:
    """A page's text with what fonts and producers did to it undone, as far as the text alone shows it.

    >>> repaired("ประช ุมสํานักงาน")
    'ประชุมสํานักงาน'
    """
    for step in (thai_bytes, latin_tones, marks_together, lost_am):
        text = step(text)
    return text


def thai_bytes(text: str) -> str:
    """Thai in the Windows code page that a font of the nineties made the file call Latin.

    >>> thai_bytes("»ÃÐ¡ÒÈÊÓ¹Ñ¡§Ò¹à¢µ¾×é¹·Õè")
    'ประกาศสำนักงานเขตพื้นที่'
    """
    visible = [char for char in text if not char.isspace()]
    high = sum("\u00a1" <= char <= "\u00fb" for char in visible)
    thai = sum("\u0e00" <= char <= "\u0e7f" for char in visible)
    if len(visible) < 20 or high < 0.3 * len(visible) or thai > 0.1 * len(visible):
        return text
    return "".join(_from_byte(char) if char >= "\x80" else char for char in text)


def _from_byte(char: str) -> str:
    for latin in ("cp1252", "latin-1"):
        try:
            return char.encode(latin).decode("cp874")
        except UnicodeError:
            continue
    return char


def latin_tones(text: str) -> str:
    """The tones of PSL, DB and UPC fonts, which Distiller left as É Ê Ë Ì Í, where they follow a Thai letter.

    >>> latin_tones("ที\u00c9 Élan")
    'ที่ Élan'
    """
    return _LATIN_TONE.sub(lambda match: _TONES[match[0]], text)


def marks_together(text: str) -> str:
    """No blank or break before a mark, which cannot stand alone."""
    return _AM_APART.sub(lambda am: f"{am[1] or am[2] or ''}{SARA_AM}", _MARK_APART.sub("", text))


def lost_am(text: str) -> str:
    """A sara aa behind a blank, where no word begins: half of a sara am on a page that lost them, else stray.

    >>> lost_am("น าความรู้ไปใช้ประจ าวัน")
    'นำความรู้ไปใช้ประจำวัน'
    """
    lost = len(_AM_LOST.findall(text))
    if not lost:
        return text
    vowel = SARA_AM if text.count(SARA_AM) <= 0.25 * lost else SARA_AA
    return _AM_LOST.sub(lambda match: match[1] + vowel, text)
