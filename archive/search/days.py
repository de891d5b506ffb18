"""Days, months and years as they are typed, each with every way in which a text may write it."""

from __future__ import annotations

import re

from archive.search.asked import Chunk
from extractors.thai.dates import Dates, find_dates
from extractors.thai.months import ABBREVIATED, ABBREVIATIONS, ENGLISH, FULL, MONTHS, month

YEAR = r"(?:2[45]\d\d|20\d\d|19\d\d|[4-7]\d)(?!\d)"
_ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?\s?"
# ปีงบประมาณ พ.ศ. 2564, ปีงบ 64
_FISCAL = re.compile(rf"ปีงบ(?:ประมาณ)?\s?{_ERA}({YEAR})")
# เดือน 12 ปี 63
_NUMBERED = re.compile(rf"เดือน\s?(1[0-2]|0?[1-9])\s?/?\s?{_ERA}({YEAR})")
# เดือนธันวาคม ปี 2563: what a text writes without a word between.
_APART = re.compile(rf"(?:เดือน\s?)?({FULL}|{ABBREVIATED})\s?(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)\s?(?={YEAR})")
# 14 ตุลาคม, ต.ค., เดือนธันวา: no year is said.
_YEARLESS = re.compile(
    rf"(?<!\d)(?:(?P<day>[12]\d|3[01]|0?[1-9])\s?)?(?:เดือน\s?)?(?P<month>{FULL}|{ABBREVIATED})"
    r"|(?:(?<!\d)(?P<of>[12]\d|3[01]|0?[1-9])\s|เดือน\s?)(?P<spoken>[ก-๙]{4,})"
)
_ERA_YEAR = re.compile(
    r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)\s?(?=(?:2[45]\d\d|20\d\d|19\d\d)(?!\d))|ปี\s?(?=[4-7]\d(?!\d))"
)


def taken(text: str) -> tuple[list[Chunk], str]:
    """The times that a query names, and the rest of it; a bare year stays there, without its era.

    >>> chunks, rest = taken("อบรม 14-17 ธ.ค. 63 ครู")
    >>> chunks[0].when, chunks[0].forms[:2], rest.split()
    (('2020-12-14', '2020-12-17~'), ('14-17 ธ.ค. 63', '14-17 ธันวาคม 2563'), ['อบรม', 'ครู'])
    >>> [taken(typed)[0][0].when for typed in ("เดือน 12 ปี 63", "Dec 2020", "ปีงบ 64")]
    [('2020-12', '2021-01'), ('2020-12', '2021-01'), ('2020-10', '2021-10')]
    """
    chunks: list[Chunk] = []
    text = _FISCAL.sub(lambda found: _put(chunks, _fiscal_year(found[0], buddhist(found[1]))), text)
    text = _NUMBERED.sub(lambda found: f"{MONTHS[int(found[1]) - 1]} {found[2]}", text)
    text = _APART.sub(r"\1 ", text)
    for found in reversed(find_dates(text)):
        chunks.append(_stated(text[found.begin : found.end], found))
        text = f"{text[: found.begin]} {text[found.end :]}"
    text = _YEARLESS.sub(lambda found: _put(chunks, _without_year(found)) or found[0], text)
    return chunks, _ERA_YEAR.sub(" ", text)


def buddhist(year: str) -> int:
    """A year of either era, of two digits or four, as the Buddhist Era's.

    >>> buddhist("63"), buddhist("2020"), buddhist("2563")
    (2563, 2563, 2563)
    """
    number = int(year)
    if number < 100:
        return 2500 + number
    return number if number > 2400 else number + 543


def year_chunk(typed: str) -> Chunk:
    """A bare year, in both eras."""
    year = buddhist(typed)
    forms = dict.fromkeys((typed, str(year), str(year - 543)))
    return Chunk(tuple(forms), when=(f"{year - 543}-01", f"{year - 542}-01"))


def _put(chunks: list[Chunk], chunk: Chunk | None) -> str:
    """A blank for what was taken; nothing where nothing was."""
    if chunk is None:
        return ""
    chunks.append(chunk)
    return " "


def _fiscal_year(typed: str, year: int) -> Chunk:
    """From October; named after the year in which it ends."""
    names = ("ปีงบประมาณ", "ปีงบประมาณ พ.ศ.", "ปีงบ")
    forms = (typed, *(f"{name} {year}" for name in names), f"ปีงบประมาณ {year % 100}")
    return Chunk(tuple(dict.fromkeys(forms)), when=(f"{year - 544}-10", f"{year - 543}-10"), fiscal=True)


def _stated(typed: str, found: Dates) -> Chunk:
    """A day, a span of days, or a month with its year."""
    if not found.runs:
        first, last = (found.edtf or "").split("/")[0], (found.edtf or "").split("/")[-1]
        return Chunk(_forms(typed, first, last), when=(first, month_after(last)))
    first, last = found.first.isoformat(), found.last.isoformat()
    return Chunk(_forms(typed, first, last), when=(first, f"{last}~"))


def _forms(typed: str, first: str, last: str) -> tuple[str, ...]:
    """How texts write a day, a month, or a span within one month, the way it was typed first.

    >>> _forms("14/12/63", "2020-12-14", "2020-12-14")[-2:]
    ('14/12/2563', '14 December 2020')
    """
    forms = [typed]
    year, number = int(first[:4]), int(first[5:7])
    if first[:7] == last[:7]:
        day = first[8:].lstrip("0")
        days = f"{day}-{last[8:].lstrip('0')} " if first != last else f"{day} " if day else ""
        years = (year + 543, (year + 543) % 100, year)
        forms += [f"{days}{name} {said}" for name in _names(number) for said in years]
        if day and first == last:
            forms += [f"{day}/{number}/{said}" for said in years[:2]]
        forms.append(f"{days}{ENGLISH[number - 1]} {year}")
    return tuple(dict.fromkeys(forms))


def _without_year(found: re.Match[str]) -> Chunk | None:
    """A month, or a day of it, in any year; None for a word that is no month."""
    number = month(found["month"] or found["spoken"])
    if number is None:
        return None
    day = found["day"] or found["of"]
    day = f"{int(day)} " if day else ""
    return Chunk(tuple(f"{day}{name}" for name in _names(number)))


def _names(number: int) -> tuple[str, str]:
    """
    >>> _names(4)
    ('เมษายน', 'เม.ย.')
    """
    letters = ABBREVIATIONS[number - 1]
    return MONTHS[number - 1], f"{letters[:-1]}.{letters[-1]}."


def month_after(start: str) -> str:
    """
    >>> month_after("2020-12")
    '2021-01'
    """
    year, number = int(start[:4]), int(start[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02}"
