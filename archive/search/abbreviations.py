"""The other ways to write an abbreviation, or what it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extractors.thai import abbreviations


def _both_ways() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Short -> full forms, full -> short forms; the keys in capitals, without dots and blanks."""
    fulls: dict[str, list[str]] = defaultdict(list)
    shorts: dict[str, list[str]] = defaultdict(list)
    for short, full in abbreviations.pairs():
        fulls[_key(short)].append(full)
        shorts[_key(full)].append(short)
    return dict(fulls), dict(shorts)


def _key(text: str) -> str:
    return text.replace(".", "").replace(" ", "").upper()


_FULLS, _SHORTS = _both_ways()
_UNDOTTED = re.compile(r"[ก-ฮ]{2,6}")
_DOTTED = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,6}[ก-ฮ]{0,4}")
MOST = 6  # forms of a word that begins with an abbreviation


def spellings(word: str) -> list[str]:
    """The other ways to write an abbreviation or what it stands for; none for a word that is neither.

    >>> spellings("สพฐ")
    ['ส.พ.ฐ.', 'สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน']
    >>> spellings("ผอ.เขต")
    ['ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา', 'ผู้อำนวยการเขต']
    """
    known = [*_FULLS.get(_key(word), ()), *_dotted_too(_SHORTS.get(_key(word), ()))]
    if _UNDOTTED.fullmatch(word):
        return [_dotted(word), *known]
    if _DOTTED.fullmatch(word):
        return [word.replace(".", ""), *known, *_begun(word)]
    return [*known, *_begun(word)]


def _dotted_too(shorts: Iterable[str]) -> list[str]:
    """
    >>> _dotted_too(["สพฐ", "SME", "เอสเอ็มอี"])
    ['สพฐ', 'ส.พ.ฐ.', 'SME', 'เอสเอ็มอี']
    """
    return [
        form
        for short in shorts
        for form in (short, _dotted(short))
        if form == short or _UNDOTTED.fullmatch(short)
    ]


def _begun(word: str) -> list[str]:
    """What a word stands for that an abbreviation begins: สพฐ.อบรม, ผอ.เขต."""
    head, _, rest = word.partition(".")
    if not rest or head not in _FULLS:
        return []
    return [full + part for part in (rest, *spellings(rest)) for full in _FULLS[head]][:MOST]


def _dotted(short: str) -> str:
    """
    >>> _dotted("สพฐ")
    'ส.พ.ฐ.'
    """
    return ".".join(short) + "."
