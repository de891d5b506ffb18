"""Days of one month as a text writes them: the atoms that dates.py joins to spans and lists.

The months are found first, since nothing else in a text looks like them; the
days before and the year after are read from a few characters around each, so
that a book of digits costs no more than a book of letters.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from heapq import merge
from operator import itemgetter

from extractors.thai import months
from extractors.thai.digits import arabic

BUDDHIST = 543  # the Buddhist Era is that many years ahead of the Gregorian one
BEFORE, AFTER = 150, 60  # code points that days and a year may take beside their month

# Every dash that word processors and sites set for "to".
DASH = "[-–—−‐‑~]"
TO = rf"(?:{DASH}{{1,2}}|(?:ไป)?(?:จน)?ถึง|to\b)"
AND = r"(?:,?\s?(?:และ|แล\b|and\b)|,|กับ|&)"
WEEKDAY = rf"(?:วัน)?{months.WEEKDAY}"

# No day: the second half of 09.30, 1/64 or โควิด-19, or a number that goes on.
_FIRST = r"(?<![\d])(?<!\d[.,:/])(?<![A-Za-zก-๛][-–])\d{1,2}(?![\d:]|\.\d)"
_NEXT = r"\d{1,2}(?![\d:]|\.\d)"
_LINK = rf"\s{{0,3}}(?:{TO}|{AND})\s{{0,3}}(?:(?:ใน)?วันที่\s?|{WEEKDAY}\s?(?:ที่)?\s?)?"
_LEAD = (
    rf"(?:(?:วัน)?(?P<first>{months.WEEKDAY})"
    rf"(?:\s?(?:{TO}|{AND})\s?(?:วัน)?(?P<last>{months.WEEKDAY}))?\s{{0,2}}(?:ที่|,)?\s{{0,2}})?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAYS = re.compile(
    rf"{_LEAD}(?P<days>{_FIRST}{_ORDINAL}(?:{_LINK}{_NEXT}{_ORDINAL}){{0,15}})"
    r"\s{0,4}(?P<sign>[/-])?\s{0,2}(?:of\s|ของ)?(?:เดือน\s?)?$"
)
_MONTH = re.compile(months.ANY)
_DOUBTFUL = re.compile(months.DOUBTFUL)

_ERA = r"(?:พ\.?\s?ศ\.?|พุทธศักราช|ค\.?\s?ศ\.?|คริสต์ศักราช|ปี)"
# After a number, whatever shows that it counts something and is no year.
_COUNTED = r"คน|ราย|ล้าน|บาท|แห่ง|ครั้ง|ปี|วัน|ชั่วโมง|รูป|จังหวัด|โรง|หน่วย|เดือน|สัปดาห์|ทีม|เรื่อง|น\.|นาฬิกา|ทุ่ม|โมง|%"
_LONG_YEAR = r"(?P<year>2[3-6]\d\d|19\d\d|20\d\d)(?!\d|\s?(?:คน|ราย|บาท)|[.,]\d)"
_OTHER_MONTH = rf"(?:{DASH}\s?\d{{1,2}}\s?)?(?:{months.FULL}|{months.ABBREVIATED})"
# 12 ธ.ค. 25 - 28 ม.ค.: a number that may be a day is no year where another month follows; 66 is none.
_SHORT_YEAR = (
    rf"'?(?P<short>(?:2\d|3[01])(?!\d|\s?{_OTHER_MONTH})|3[2-9]|[4-7]\d)(?!\d|[.,:/]\d|\s?(?:{_COUNTED}))"
)
_MARKER = r"(?P<marker>(?:ศก|ปี|เดือน|ที่จะถึง)?นี้|(?:ปี)?หน้า(?!า)|(?:ปี)?ที่(?:ผ่านมา|แล้ว)|ของทุกปี)"


def _year_after(sign: str) -> re.Pattern[str]:
    long = rf"\.?\s{{0,4}}{sign}\s{{0,2}}(?:{_ERA})?\s{{0,2}}{_LONG_YEAR}"
    short = rf"\.?[ ]{{0,2}}{sign}[ ]{{0,2}}(?:{_ERA})?[ ]?{_SHORT_YEAR}"
    return re.compile(rf"(?:{long}|{short})?(?:\s{{0,2}}{_MARKER})?")


_YEAR = {"": _year_after("[,/]?"), "/": _year_after("/"), "-": _year_after("-")}
_ENGLISH_DAYS = re.compile(
    rf"\s{{1,3}}(?P<days>\d{{1,2}}{_ORDINAL}(?:{_LINK}\d{{1,2}}{_ORDINAL}){{0,3}})\s?,?\s{{1,3}}{_LONG_YEAR}"
)
# Both look back over their own first digit: what begins with a digit is sought at digits alone.
_NUMERIC = re.compile(
    rf"(?P<days>\d(?<![\d/.\-]\d)(?<![\d/.\-]\s\d)\d?(?:\s?{DASH}\s?\d{{1,2}})?)\s?(?P<sign>[/.-])\s?"
    r"(?P<month>\d{1,2})\s?(?P=sign)\s?(?:(?P<year>2[45]\d\d|19\d\d|20\d\d)|(?P<short>[2-7]\d))(?!\d|\s?[/.-]\s?\d)"
)
_ISO = re.compile(
    r"(?P<year>[12](?<![\d-].)(?:(?<=1)9|(?<=2)[05])\d\d)-(?P<month>\d\d)-(?P<days>\d\d)(?!\d|-)"
)
# The number of a meeting, law, room or letter stands before what looks like days.
_NUMBERED = re.compile(
    r"(?:ครั้งที่|มาตรา|ฉบับที่|ชั้น(?:ที่)?|รุ่นที่|ห้อง|ข้อ|เลขที่|โทร\.?|หมู่(?:ที่)?|(?<![ก-๎])(?:ม\.|ว))[ \t]?$"
)
_CUT = re.compile(rf"(?:{TO}|{AND})\s*(?=\d)")


@dataclass(frozen=True)
class Atom:
    """Days of one month, text[begin:end]; without runs the whole month, without a year it is not said."""

    begin: int
    end: int
    runs: tuple[
        tuple[int, int], ...
    ]  # first and last day of each; (28, 2) reaches over from the month before
    month: int
    year: int | None
    weekdays: tuple[tuple[int, int], ...] = ()  # (day, weekday said of it), Monday is 0
    marker: str | None = None  # นี้, หน้า, ที่ผ่านมา: stands for the year


# The dateline, the days and the places of one document ask for the same text, one after another.
@lru_cache(maxsize=8)
def find_atoms(text: str) -> tuple[Atom, ...]:
    """Every statement of days in a month, or of a month and year, by place, none over another.

    >>> [(a.runs, a.month, a.year) for a in find_atoms("18 - 19 และ 25 ม.ค. ๖๘, 31 ก.พ. 2567")]
    [(((18, 19), (25, 25)), 1, 2025)]
    """
    digits = arabic(text)
    found = [*_beside_months(digits), *_in_numbers(digits)]
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda a: (a.begin, -a.end)):
        if not kept or atom.begin >= kept[-1].end:
            kept.append(atom)
    return tuple(kept)


def _beside_months(text: str) -> Iterator[Atom]:
    taken = 0
    known = (word.span() for word in _MONTH.finditer(text))
    doubtful = (word.span("month") for word in _DOUBTFUL.finditer(text))
    for begin, end in merge(known, doubtful, key=itemgetter(0)):
        month = months.month(text[begin:end])
        if month is None or begin < taken:
            continue
        place = max(taken, begin - BEFORE)
        near = text[place:begin]  # a slice, since what an atom before took is no context
        # Most months have no day before them, and looking for one costs most of the time.
        before = _DAYS.search(near) if re.search(r"\d|st|nd|rd|th", near[-14:]) else None
        atom = (
            _day_first(text, place, before, end, month) if before else _month_first(text, begin, end, month)
        )
        taken = atom.end if atom else end
        if atom:
            yield atom


def _day_first(text: str, place: int, before: re.Match[str], end: int, month: int) -> Atom | None:
    """`before` holds the days, in what stands from `place` up to the month, which ends at `end`."""
    after = _YEAR[before["sign"] or ""].match(text, end, end + AFTER)
    assert after is not None  # every part of it is optional
    begin, days = _cut_number(before)
    if after["marker"] == "ของทุกปี" or not days:
        return None
    first = before["first"] if begin == before.start() else None
    said = _weekdays(days, first, before["last"])
    year = _year(after, month, said)
    return _checked(Atom(place + begin, after.end(), _runs(days), month, year, said, after["marker"]))


def _cut_number(before: re.Match[str]) -> tuple[int, str]:
    """Where the days begin, and they; less what belongs to ครั้งที่ 5 (และ 12 มีนาคม) before them."""
    days, start = before["days"], before.start("days")
    if not _NUMBERED.search(before.string, max(0, start - 10), start):
        return before.start(), days
    cut = _CUT.search(days)
    return (start + cut.end(), days[cut.end() :]) if cut else (start, "")


def _month_first(text: str, begin: int, end: int, month: int) -> Atom | None:
    """March 5, 2024; or a month and year without a day."""
    if text[begin].isascii() and (after := _ENGLISH_DAYS.match(text, end, end + AFTER)):
        runs = _runs(after["days"])
        return _checked(Atom(begin, after.end(), runs, month, _year(after, month, ())))
    after = _YEAR[""].match(text, end, end + AFTER)
    if after is None or not (after["year"] or after["short"]):
        return None
    return Atom(begin, after.end(), (), month, _year(after, month, ()))


def _in_numbers(text: str) -> Iterator[Atom]:
    """26/08/2563, 26-28/8/63, 2020-08-26."""
    for m in _NUMERIC.finditer(text):
        if m["sign"] == "." and m["short"]:
            continue  # 1.2.63 is a paragraph
        month = int(m["month"])
        if 1 <= month <= 12 and (
            atom := _checked(Atom(m.start(), m.end(), _runs(m["days"]), month, _year(m, month, ())))
        ):
            yield atom
    for m in _ISO.finditer(text):
        month, day, year = int(m["month"]), int(m["days"]), _gregorian(int(m["year"]))
        if 1 <= month <= 12 and (atom := _checked(Atom(m.start(), m.end(), ((day, day),), month, year))):
            yield atom


def _runs(days: str) -> tuple[tuple[int, int], ...]:
    """The runs of days that a chain names.

    >>> _runs("25 – 26, 28"), _runs("24 – วันอาทิตย์ที่ 25")
    (((25, 26), (28, 28)), ((24, 25),))
    """
    runs: list[tuple[int, int]] = []
    place = 0
    for number in re.finditer(r"\d{1,2}", days):
        day = int(number[0])
        joined = runs and (re.search(TO, days[place : number.start()]) or runs[-1][1] + 1 == day)
        if joined:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
        place = number.end()
    return tuple(runs)


def _weekdays(days: str, first: str | None, last: str | None) -> tuple[tuple[int, int], ...]:
    numbers = [int(day) for day in re.findall(r"\d{1,2}", days)]
    said = [
        (int(day), months.WEEKDAYS[name]) for name, day in re.findall(rf"({months.WEEKDAY})\D*?(\d+)", days)
    ]
    if first:
        said.insert(0, (numbers[0], months.WEEKDAYS[first]))
    if last:
        said.append((numbers[-1], months.WEEKDAYS[last]))
    return tuple(said)


def _year(m: re.Match[str], month: int, said: tuple[tuple[int, int], ...]) -> int | None:
    if m["year"]:
        return _gregorian(int(m["year"]))
    short = m.groupdict().get("short")
    return short_year(int(short), month, said) if short else None


def _gregorian(year: int) -> int:
    return year - BUDDHIST if year >= 2300 else year


def short_year(digits: int, month: int = 1, said: tuple[tuple[int, int], ...] = ()) -> int:
    """Two digits as a Gregorian year: Buddhist, but where that were before there was a Thai web.

    A weekday that fits one of the two eras alone decides.

    >>> short_year(66), short_year(25)
    (2023, 2025)
    """
    buddhist, gregorian = 2500 + digits - BUDDHIST, 2000 + digits
    fits = [
        year
        for year in (buddhist, gregorian)
        if said
        and all(possible(day, month, year) and date(year, month, day).weekday() == w for day, w in said)
    ]
    if len(fits) == 1:
        return fits[0]
    return buddhist if buddhist >= 1987 else gregorian


def possible(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; without a year, whether there may be."""
    return 1 <= day <= monthrange(year or 2024, month)[1]


def _checked(atom: Atom) -> Atom | None:
    """The atom, where its month has its days: 31 ก.พ. is none."""
    firsts, lasts = zip(*atom.runs, strict=True)
    fine = all(possible(day, atom.month, atom.year) for day in lasts) and all(
        1 <= day <= 31 for day in firsts
    )
    return atom if fine else None
