"""The names of months and weekdays as Thai documents write them: in full, short, abbreviated, misspelt.

To add a misspelling: a line in MISSPELT. Only forms that were seen belong
there; slips of a letter or two beside a year are caught by `guess`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import chain

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
# The two letters of each abbreviation; people write them with dots, blanks or neither.
ABBREVIATIONS = ("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค")
MISSPELT = {
    "มกรคม": 1,
    "มกราคคม": 1,
    "กุมภาพันธุ์": 2,
    "กุมภาพันธ": 2,
    "กุมภาพันธื": 2,
    "กุมพาพันธ์": 2,
    "กุมภาพัน": 2,
    "มีนคม": 3,
    "เมษยน": 4,
    "มษายน": 4,
    "พฤกษภาคม": 5,
    "พฤษภคม": 5,
    "พฤภาคม": 5,
    "พฤศภาคม": 5,
    "มิถนายน": 6,
    "กรกฏาคม": 7,  # ฏ for ฎ: by far the most frequent slip
    "กรกฎคม": 7,
    "กรกฏคม": 7,
    "สิงหคม": 8,
    "กันยยน": 9,
    "ตุลคม": 10,
    "พฤศจิการยน": 11,
    "พฤจิกายน": 11,
    "พฤษจิกายน": 11,
    "พฤศจิกยน": 11,
    "พฤษศจิกายน": 11,
    "พฤศจิกานยน": 11,
    "ธันวคม": 12,
}
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# พฤหัส and พฤหัสฯ are everyday short forms of พฤหัสบดี.
WEEKDAYS = {
    "จันทร์": 0,
    "อังคาร": 1,
    "พุธ": 2,
    "พฤหัสบดี": 3,
    "พฤหัสดี": 3,
    "พฤหัสฯ": 3,
    "พฤหัส": 3,
    "ศุกร์": 4,
    "เสาร์": 5,
    "อาทิตย์": 6,
}
WEEKDAY_NAMES = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=len, reverse=True)]


def _by_letter(words: Iterable[str]) -> str:
    """Any of these patterns, which begin with a letter each: one branch a letter, of which `re` tries one.

    >>> _by_letter(["มกรา", "มีนา", "กันยา"])
    'ม(?:กรา|ีนา)|ก(?:ันยา)'
    """
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in branches.items())


def _dotted(letters: str) -> tuple[str, str]:
    """Patterns for an abbreviation; its dots may be lost or doubled: ม.ค. ม.ค มค. ม. ค.."""
    first, last = letters[:-1], letters[-1]
    # ต.คลองหลวง is a subdistrict: without its last dot the abbreviation must end there.
    bare = rf"{letters}(?<![ก-๛.]{letters})"
    # ส.ค.ส. is a New Year card, ก.ค.ศ. a commission: no month goes on like that.
    on = r"(?![ศส]\.)"
    return rf"{first}\s?\.\s?{last}(?:\.{{1,2}}|(?![ก-๛])){on}", rf"{bare}\.?(?=\s?\d){on}"


def _english(name: str) -> tuple[str, str]:
    rest = rf"{name[1:3]}(?:{name[3:]}|t)?" if name != "May" else name[1:]
    rest = rf"(?<![A-Za-z].)(?i:{rest})\.?(?![A-Za-z])"
    return f"{name[0]}{rest}", f"{name[0].lower()}{rest}"


_FULL = _longest_first([*MONTHS, *MISSPELT])
_ABBREVIATED = list(chain(*map(_dotted, ABBREVIATIONS)))
FULL, ABBREVIATED = f"(?:{_by_letter(_FULL)})", f"(?:{_by_letter(_ABBREVIATED)})"
# มกรา, ธันวา: spoken forms, trusted beside a year only; 14 ตุลา and 12 สิงหา are holidays.
_STEMS = [re.sub("(?:คม|ยน|พันธ์)$", "", name) for name in MONTHS]
_SPOKEN = [rf"{stem}(?=\s?(?:พ\.ศ\.)?\s?\d{{2}})" for stem in _STEMS]
# A word between a day and a year that may be a month with a slip in it; every month ends like that.
DOUBTFUL = r"\d\s?(?P<month>[ก-๛]{3,10}(?:คม|ยน|พันธ์|พันธุ์))(?=\s{0,2}(?:พ\.?\s?ศ\.?\s?)?2[45]\d\d(?!\d))"
ANY = _by_letter([*_FULL, *_ABBREVIATED, *_SPOKEN, *chain(*map(_english, ENGLISH))])
WEEKDAY = rf"(?:{'|'.join(_longest_first(WEEKDAYS))})"


def month(word: str) -> int | None:
    """The month that a word names; None where it names none.

    >>> month("ก.พ."), month("กรกฏาคม"), month("ธันวา"), month("Sept"), month("สยาม")
    (2, 7, 12, 9, None)
    """
    bare = re.sub(r"[.\s]", "", word)
    if bare in MONTHS:
        return MONTHS.index(bare) + 1
    if bare in ABBREVIATIONS:
        return ABBREVIATIONS.index(bare) + 1
    if bare in MISSPELT:
        return MISSPELT[bare]
    if bare.isascii():
        return next((n for n, name in enumerate(ENGLISH, 1) if name[:3].lower() == bare[:3].lower()), None)
    if len(bare) >= 4:
        spoken = [n for n, name in enumerate(MONTHS, 1) if name.startswith(bare)]
        return spoken[0] if len(spoken) == 1 else guess(bare)
    return None


def guess(word: str) -> int | None:
    """The month that a misspelt word means, where only a letter or two differ.

    >>> guess("พฤาภาคม"), guess("ในเดือนสิงหาคม")
    (5, None)
    """
    near = get_close_matches(word, MONTHS, 1, 0.8)
    if not near or abs(len(near[0]) - len(word)) > 2:
        return None
    return MONTHS.index(near[0]) + 1
