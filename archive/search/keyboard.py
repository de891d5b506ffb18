"""What was typed while the keyboard was set to the other language: xit=6, for ประชุม."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlite_utils import Database

from archive.search.asked import Chunk
from archive.search.expressions import all_words
from archive.search.sampled import bounded
from archive.search.slips import IMPOSSIBLE
from extractors.thai.words import tokens

# The keys of the Thai keyboard (Kedmanee, TIS 820-2538) and of the US one, row by row, plain and with shift.
_THAI = 'ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_LATIN = "1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
_TO_THAI = str.maketrans(_LATIN, _THAI)
_TO_LATIN = str.maketrans(_THAI, _LATIN)


def retyped(db: Database, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with each word that stands nowhere, but does as the other language's keys, and these words."""
    pairs = tuple((word, other) for word in text.split() for other in _other(word) if _meant(db, word, other))
    for word, other in pairs:
        text = text.replace(word, other)
    return text, pairs


def _meant(db: Database, word: str, other: str) -> bool:
    return not _stands(db, word) and _stands(db, other)


def _stands(db: Database, word: str) -> bool:
    return bool(tokens(word)) and bounded(db, all_words(Chunk((word,))), 1) > 0


def _other(word: str) -> Iterator[str]:
    """The same keys in the other language, where they make a word.

    >>> list(_other("xit=6,")), list(_other("สำหหนื")), list(_other("kahoot")), list(_other("5/63"))
    (['ประชุม'], ['lesson'], [], [])
    """
    if re.search("[a-z]", word) and word.isascii():
        thai = word.translate(_TO_THAI)
        if len(thai) >= 3 and re.fullmatch("[ก-๎]+", thai) and not IMPOSSIBLE.search(thai):
            yield thai
    elif re.fullmatch("[a-z]{4,}", latin := word.translate(_TO_LATIN).lower()):
        yield latin
