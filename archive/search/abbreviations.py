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
MOST = 8  # forms of a word that begins with an abbreviation
# Short forms that are, without dots, what ICU cuts from other words. To add one: a word.
_PARTS = frozenset(["ทบ", "ทร", "ทอ", "ทน", "รง", "มน", "มวล", "พก", "สอน", "นอ", "พอ", "สอ"])
SHORTEST = 6  # letters of the full form of an abbreviation with which a word begins
_MINISTRY = "กระทรวง"  # of whose names posts leave it out: รมว.ศึกษาธิการ


def spellings(word: str) -> list[str]:
    """The other ways to write an abbreviation or what it stands for; none for a word that is neither.

    >>> spellings("สพฐ")
    ['ส.พ.ฐ.', 'สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน']
    >>> spellings("ผอ.เขต")
    ['ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา', 'ผู้อำนวยการเขต']
    """
    known = [*_FULLS.get(_key(word), ()), *_dotted_too(_SHORTS.get(_key(word), ()))]
    if _UNDOTTED.fullmatch(word):
        return [_dotted(word), *known, *([] if known else _joined(word))]
    if _DOTTED.fullmatch(word):
        return [word.replace(".", ""), *known, *_begun(word), *_ended(word)]
    return [*known, *_begun(word), *_shortened(word), *_ended(word)]


def is_name(word: str) -> bool:
    """Whether it is what an abbreviation stands for.

    >>> is_name("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"), is_name("สำนักงานคณะกรรมการ"), is_name("สพฐ")
    (True, False, False)
    """
    return _key(word) in _SHORTS


def _dotted_too(shorts: Iterable[str]) -> list[str]:
    """
    >>> _dotted_too(["สพฐ", "SME", "เอสเอ็มอี", "ทบ"])
    ['สพฐ', 'ส.พ.ฐ.', 'SME', 'เอสเอ็มอี', 'ท.บ.']
    """
    return [
        form
        for short in shorts
        for form in (short, _dotted(short))
        if (form == short or _UNDOTTED.fullmatch(short)) and form not in _PARTS
    ]


def _begun(word: str) -> list[str]:
    """What a word stands for that an abbreviation begins: สพฐ.อบรม, ผอ.เขต, รมว.ศธ.

    >>> _begun("รมว.ศธ")[:3]
    ['รัฐมนตรีว่าการกระทรวงศึกษาธิการ', 'รมว.กระทรวงศึกษาธิการ', 'รัฐมนตรีว่าการศึกษาธิการ']
    """
    head, _, rest = word.partition(".")
    if not rest or head not in _FULLS:
        return []
    heads = (*_FULLS[head], f"{head}.")
    forms = (begin + part for part in _ways(rest) for begin in heads)
    return [form for form in dict.fromkeys(forms) if form != word][:MOST]


def _shortened(word: str) -> list[str]:
    """A word that begins with the full form of an abbreviation, the longest of those.

    >>> _shortened("สำนักงานเขตพื้นที่การศึกษาประถมศึกษากระบี่"), _shortened("รัฐมนตรีว่าการกระทรวงศึกษาธิการ")
    (['สพป.กระบี่'], ['รมว.กระทรวงศึกษาธิการ', 'รมว.ศึกษาธิการ', 'รมว.ศธ'])
    """
    ends = (end for end in range(len(word) - 1, SHORTEST - 1, -1) if _key(word[:end]) in _SHORTS)
    end = next(ends, len(word))
    if end == len(word):
        return []
    shorts = (short for short in _SHORTS[_key(word[:end])] if _UNDOTTED.fullmatch(short))
    return [f"{short}.{part}" for short in shorts for part in _ways(word[end:])][:MOST]


def _ended(word: str) -> list[str]:
    """A word with an abbreviation close behind it, which ICU takes for one with it: ประชุมครม., อบรมสพฐ.

    >>> _ended("ประชุมครม."), _ended("แม่ฮ่องสอน")
    (['ประชุม ครม', 'ประชุมคณะรัฐมนตรี'], [])
    """
    plain = word.removesuffix(".")
    at = next((at for at in range(4, len(plain) - 2) if _may_end(plain[:at], plain[at:])), None)
    if at is None:
        return []
    return [f"{plain[:at]} {plain[at:]}", *(plain[:at] + full for full in _FULLS[plain[at:]])]


def _may_end(word: str, short: str) -> bool:
    """Whether it is an abbreviation and no end of a word: แม่ฮ่องสอน, and เสมอ with a vowel before it."""
    is_short = short in _FULLS and bool(_UNDOTTED.fullmatch(short))
    return is_short and short not in _PARTS and word[-1] not in "เแโใไ"


def _ways(word: str) -> list[str]:
    """A word in full and short, and a ministry without that word too.

    >>> _ways("ศึกษาธิการ")
    ['กระทรวงศึกษาธิการ', 'ศึกษาธิการ', 'ศธ']
    """
    fulls = _FULLS.get(_key(word)) or [full for full in (word, _MINISTRY + word) if _key(full) in _SHORTS]
    bare = [full.removeprefix(_MINISTRY) for full in fulls]
    shorts = [short for full in fulls for short in _SHORTS.get(_key(full), ())]
    return list(dict.fromkeys([*fulls, *bare, word, *filter(_UNDOTTED.fullmatch, shorts)]))


def _joined(word: str) -> list[str]:
    """Two abbreviations without the dot between them.

    >>> _joined("รมวศธ")[0], _joined("ถนน")
    ('รมว.ศธ.', [])
    """
    parted = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    both = [f"{head}.{tail}." for head, tail in parted if head in _FULLS and tail in _FULLS]
    return [form for dotted in both for form in (dotted, dotted.rstrip("."), *_begun(dotted))][:MOST]


def _dotted(short: str) -> str:
    """
    >>> _dotted("สพฐ")
    'ส.พ.ฐ.'
    """
    return ".".join(short) + "."
