"""Thai words for the full-text index: fold what is written in several ways, then cut with ICU.

Text and query go through the same `segment`; where ICU changes, SEGMENTER
changes, and the index has to be built again.
"""

from __future__ import annotations

import re
import unicodedata

from icu4py import icu_version
from icu4py.breakers import WordBreaker

from extractors.thai.text import mark_order, sara_ae, sara_am

# Named in the archive beside the index it made. Raise the number after the
# slash whenever `segment` gives other text than before.
SEGMENTER = f"icu {icu_version} th/2"

BREAK = "\u200b"  # zero width space: shown as nothing, and a separator to SQLite's unicode61

_LETTERS = {0x0E50 + n: 0x30 + n for n in range(10)} | {
    **dict.fromkeys(
        map(ord, "\u200b\u200c\u200d\ufeff\u00ad\u2060")
    ),  # invisible, 10 % of real files have some
    **dict.fromkeys(map(ord, "\u00a0\u202f\u3000"), " "),  # blanks of other widths
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    0x0E4E: None,  # yamakkan, a sign of old prints
    0x0E5B: " ",  # khomut, the sign that ends a book
}
_BLANKS = re.compile(r"\s+")
_HONORIFIC = re.compile(
    r"(นางสาว|นาย|นาง|น\.ส\.|พลเอก|พลโท|พลตรี|พันเอก|พันตำรวจเอก|พล\.[ตทอจ]\.[ตทอ]?\.?|พ\.[ตทอ]\.[ตทอ]\."
    r"|ผศ\.|รศ\.|ดร\.|นพ\.|พญ\.)( ?)"
    r"(?!ก(?:รัฐมนตรี|ฯ|เทศ|สภา|สมาคม|สโมสร|เมือง))"  # นายก, a president, is no honorific
    r"(?=[ก-ฮเ-ไ][ก-๎]{1,16} +(?!นาย|นาง)[ก-ฮเ-ไ][ก-๎]{2,})"
)


def fold(text: str) -> str:
    """What looks alike written alike: digits, sara am, the order of marks, no invisible letters, one blank.

    >>> fold("ครั้งที่  ๕/๒๕๖๓") == "ครั้งที่ 5/2563"
    True
    >>> fold("เเผนงาน ท\u0e4d\u0e32")
    'แผนงาน ทำ'
    """
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    text = sara_am(mark_order(sara_ae(text)))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def words(text: str) -> list[str]:
    """Every piece of the text as it is written, blanks and punctuation too; joined they are the text.

    >>> words("ห้องประชุม ๒")
    ['ห้อง', 'ประชุม', ' ', '๒']
    """
    return [word for word in WordBreaker(text, "th") if word]


def cut(text: str) -> list[str]:
    """Every piece of folded text, blanks and punctuation too; joined they are the folded text.

    A personal name is cut from the honorific before it, since ICU reads
    นายก… as "president".

    >>> cut("นายกวิน ใจดี ประชุมคณะกรรมการ")
    ['นาย', 'กวิน', ' ', 'ใจดี', ' ', 'ประชุม', 'คณะ', 'กรรมการ']
    """
    parts = _HONORIFIC.sub(rf"\1\2{BREAK}", fold(text)).split(BREAK)
    return [word for part in parts for word in words(part)]


def segment(text: str) -> str:
    """The folded text with U+200B between two words that touch: what the index is given.

    >>> segment("ประชุมคณะกรรมการ ครั้งที่ ๕").split("\u200b")
    ['ประชุม', 'คณะ', 'กรรมการ ครั้ง', 'ที่ 5']
    """
    out: list[str] = []
    before = ""
    for word in cut(text):
        if before and _joins(before[-1]) and _joins(word[0]):
            out.append(BREAK)
        out.append(word)
        before = word
    return "".join(out)


def tokens(text: str) -> list[str]:
    """The words alone, lower case, in order: what stands between the separators of the index.

    >>> tokens("ธ.ก.ส. (Lesson Study)")
    ['ธ', 'ก', 'ส', 'lesson', 'study']
    """
    return [word for piece in cut(text) for word in WORD.findall(piece.lower())]


def _joins(letter: str) -> bool:
    return letter.isalnum() or "\u0e30" <= letter <= "\u0e4e"


# What the index counts as a word: letters, marks, numbers.
WORD = re.compile(r"(?:[^\W_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f])+")
