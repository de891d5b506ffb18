"""Every statement of days in a text: single days, spans, lists, วันนี้, and months without a day.

Atoms (days of one month) are joined where a text writes one statement of them
(30 ธันวาคม 2563 - 2 มกราคม 2564); a missing year is that of the other end, or
the one nearest to the dateline. Nothing is chosen here: see fields/days.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.sought import Sought
from extractors.thai import months
from extractors.thai.atoms import AND, TO, Atom, find_atoms, possible

Runs = tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Dates:
    """What text[begin:end] says of days; a month alone has no runs, only `edtf`."""

    begin: int
    end: int
    runs: Runs  # first and last day of each run, in the order of the text
    rule: str  # "day", "span", "list", "month", or "today", "yesterday", "tomorrow", "overmorrow"
    edtf: str | None = None  # "2021-03", "2021-03/2021-05": only for whole months
    weekday: str | None = None  # the weekday that the text says, where its day falls on another
    also: tuple[tuple[int, int], ...] = ()  # the dateline that วันนี้ or a missing year rests on
    confidence: float = 1.0

    @property
    def first(self) -> date:
        return self.runs[0][0]

    @property
    def last(self) -> date:
        return self.runs[-1][1]


# What may stand between two ends of a span, and between two items of a list.
_FINISHES = r"และ(?:เสร็จสิ้น|สิ้นสุด)(?:ลง)?(?=(?:ใน)?วันที่)"  # it began on the one and ended on the other
_ENDS = re.compile(rf"\s{{0,4}}(?:{TO}|{_FINISHES})\s{{0,4}}(?:(?:ใน)?(?:วันที่|วัน)\s{{0,2}})?")
_ITEMS = re.compile(rf"\s{{0,3}}{AND}\s{{0,3}}(?:(?:ใน)?(?:วันที่|วัน)\s{{0,2}})?")
# Words for a day that rests on the dateline's. One flat list of words that begin with a letter each: what
# nests, or begins with what may be missing, is searched many times as slowly.
_RELATIVE = Sought(
    r"วันมะรืน(?:นี้)?|มะรืน(?:นี้)?|วันพรุ่งนี้|พรุ่งนี้"
    r"|เมื่อ(?:วัน|เช้า|บ่าย|ค่ำ|เย็น|คืน)?วานนี้|เมื่อวาน(?!ซืน)(?:นี้)?"
    r"|วันวานนี้|เช้าวานนี้|บ่ายวานนี้|ค่ำวานนี้|เย็นวานนี้|คืนวานนี้|วานนี้"
    r"|วันนี้(?!เอง)|เช้า(?:วัน)?นี้(?!เอง)|บ่ายวันนี้(?!เอง)|เย็นวันนี้(?!เอง)|คืนวันนี้(?!เอง)"
)
# What each means, by the letters that its forms share; the others mean today.
_MEANT = {"มะรืน": "overmorrow", "พรุ่ง": "tomorrow", "วาน": "yesterday"}
_NO_DAY = ("ทุก", "ถึง", "แต่")  # ทุกวันนี้ means nowadays, ถึงวันนี้ until now, ตั้งแต่วันนี้ from now on
_OFFSETS = {"overmorrow": 2, "tomorrow": 1, "yesterday": -1, "today": 0}
# วันนี้ (26 ส.ค. 63), วันนี้ ที่ 5 มีนาคม, วันพรุ่งนี้ (วันศุกร์ที่ 5 มี.ค. 64)
_BRACKET = re.compile(r"\s{0,3}(?:ซึ่งตรงกับ)?\s{0,2}\(?\s{0,2}(?:วันที่|ที่|วัน)?\s{0,2}")


def find_dates(text: str, base: Dates | None = None) -> list[Dates]:
    """Every statement of days, by place; `base` is the day on which the text was written.

    วันนี้ and a day without a year are left out where neither brackets nor
    `base` say which.

    >>> [str(day) for run in find_dates("28 ก.พ.-2 มี.ค. 65 และวันที่ ๕ เมษายน ๒๕๖๕")[0].runs for day in run]
    ['2022-02-28', '2022-03-02', '2022-04-05', '2022-04-05']
    >>> find_dates("วันนี้ (26 ส.ค.63)")[0].rule
    'today'
    """
    atoms = find_atoms(text)
    base = base or _nearest_base(atoms)
    stated = _with_relatives(text, _joined(text, atoms, base), atoms, base)
    return sorted(stated, key=lambda d: d.begin)


def _joined(text: str, atoms: Sequence[Atom], base: Dates | None) -> list[Dates]:
    """Statements of one or more atoms each."""
    groups: list[list[Atom]] = []
    for atom in atoms:
        if groups and _joins(text, groups[-1], atom):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    return [said for group in groups if (said := _statement(text, group, base))]


def _joins(text: str, group: list[Atom], atom: Atom) -> bool:
    before = group[-1]
    if bool(before.runs) != bool(atom.runs) or atom.begin - before.end > 24:
        return False
    if _ENDS.fullmatch(text, before.end, atom.begin):
        return True
    return bool(atom.runs) and _ITEMS.fullmatch(text, before.end, atom.begin) is not None


def _statement(text: str, group: list[Atom], base: Dates | None) -> Dates | None:
    group = _share_years(group)
    begin, end = group[0].begin, group[-1].end
    if not group[0].runs:
        return _months(group, begin, end)
    also: tuple[tuple[int, int], ...] = ()
    if group[-1].year is None:
        year = _nearest_year(group[-1], base)
        if year is None:
            return None
        assert base is not None
        also = ((base.begin, base.end),) if base.end else ()
        group = _share_years([*group[:-1], replace(group[-1], year=year)])
    runs = _runs(text, group)
    if not runs:
        return None
    rule = "list" if len(runs) > 1 else "day" if runs[0][0] == runs[0][1] else "span"
    return Dates(begin, end, runs, rule, None, _conflict(group), also, 0.9 if also else 1.0)


def _share_years(group: list[Atom]) -> list[Atom]:
    """A year said once, at the end, holds for what stands before: 30 ธ.ค. - 2 ม.ค. 65 begins in 2564."""
    shared = group[:]
    for i in range(len(shared) - 2, -1, -1):
        this, after = shared[i], shared[i + 1]
        if this.year is None and after.year is not None:
            shared[i] = replace(this, year=after.year - (this.month > after.month))
    for i in range(1, len(shared)):
        this, before = shared[i], shared[i - 1]
        if this.year is None and before.year is not None:
            shared[i] = replace(this, year=before.year + (this.month < before.month))
    return shared


def _months(group: list[Atom], begin: int, end: int) -> Dates | None:
    names = [f"{atom.year:04}-{atom.month:02}" for atom in group if atom.year is not None]
    if len(names) != len(group):
        return None
    return Dates(begin, end, (), "month", names[0] if len(names) == 1 else f"{names[0]}/{names[-1]}")


def _runs(text: str, group: list[Atom]) -> Runs:
    """The group's runs; an end of one atom and the start of the next are one where "to" stands between."""
    runs: list[tuple[date, date]] = []
    for i, atom in enumerate(group):
        own = _own_runs(atom)
        if i and own and runs and _ENDS.fullmatch(text, group[i - 1].end, atom.begin):
            runs[-1] = (runs[-1][0], own.pop(0)[1])
        runs.extend(own)
    return tuple(runs) if all(first <= last for first, last in runs) else ()


def _own_runs(atom: Atom) -> list[tuple[date, date]]:
    assert atom.year is not None
    runs = []
    for first, last in atom.runs:
        end = date(atom.year, atom.month, last)
        before = end.replace(day=1) - timedelta(days=1) if first > last else end
        if not possible(first, before.month, before.year):
            return []
        runs.append((date(before.year, before.month, first), end))
    return runs


def _conflict(group: list[Atom]) -> str | None:
    """The weekday said of a day that falls on another."""
    for atom in group:
        for day, weekday in atom.weekdays:
            if atom.year and possible(day, atom.month, atom.year):
                first, last = atom.runs[0]
                month, year = atom.month, atom.year
                if first > last and day == first:
                    month, year = (12, year - 1) if month == 1 else (month - 1, year)
                if date(year, month, day).weekday() != weekday:
                    return months.WEEKDAY_NAMES[weekday]
    return None


def _nearest_year(atom: Atom, base: Dates | None) -> int | None:
    """The year in which an atom's last day is nearest to the base; its weekday, where said, must fit."""
    if base is None:
        return None
    day = atom.runs[-1][1]
    years = [y for y in range(base.first.year - 1, base.first.year + 2) if possible(day, atom.month, y)]
    if atom.marker and "ผ่าน" in atom.marker:
        years = [y for y in years if date(y, atom.month, day) <= base.first]
    fits = [
        y
        for y in years
        if all(date(y, atom.month, d).weekday() == w for d, w in atom.weekdays[-1:] if d == day)
    ]
    near = sorted(fits or years, key=lambda y: abs((date(y, atom.month, day) - base.first).days))
    return near[0] if near else None


def _nearest_base(atoms: Sequence[Atom]) -> Dates | None:
    """Without a dateline, the first full day of the text dates those without a year."""
    for atom in atoms:
        if atom.year and atom.runs and (runs := _own_runs(atom)):
            return Dates(atom.begin, atom.end, tuple(runs), "day")
    return None


def _with_relatives(
    text: str, stated: list[Dates], atoms: Sequence[Atom], base: Dates | None
) -> Iterator[Dates]:
    """The statements, with วันนี้ put before the day that explains it, or resolved by the base."""
    starts = {said.begin: said for said in stated}
    taken = set()
    for word in _RELATIVE.finditer(text):
        if text.endswith(_NO_DAY, 0, word.start()):
            continue
        rule = next((rule for letters, rule in _MEANT.items() if letters in word[0]), "today")
        bracket = _BRACKET.match(text, word.end())
        reach = bracket.end() if bracket else word.end()
        said = next((starts[place] for place in range(word.end(), reach + 1) if place in starts), None)
        if said and said.rule == "day":
            taken.add(said.begin)
            closed = said.end + (
                text[said.end : said.end + 1] == ")" and "(" in text[word.end() : said.begin]
            )
            yield replace(said, begin=word.start(), end=closed, rule=rule)
        elif base is not None and base.rule == "dateline":
            day = base.first + timedelta(days=_OFFSETS[rule])
            also = ((base.begin, base.end),) if base.end else ()
            yield Dates(word.start(), word.end(), ((day, day),), rule, also=also, confidence=0.9)
    for said in stated:
        if said.begin not in taken:
            yield said
