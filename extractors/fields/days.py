"""When: the event's days and times, and whether they were moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.fields import coarse, moved
from extractors.fields.choice import LEAST, Candidate, candidates
from extractors.fields.headline import own_end
from extractors.fields.hours import find_hours
from extractors.fields.telling import SPANS, told_day
from extractors.fields.written import not_its_own, written_on
from extractors.records import Document, Facts, Found
from extractors.thai.atoms import possible
from extractors.thai.dates import Dates, Runs, find_dates
from extractors.thai.months import WEEKDAYS

REACH = 60_000  # code points: a day that is not in the opening of a book is not its event's
CLEAR = 4.0  # points by which one day is ahead of the others that leave little doubt
SPAN = 0.88  # the share of spans that are the event's and whole
LONE = -0.5  # what the only day of a text needs at least
_LONGEST_SPAN = 120  # days: what lasts longer is a term, a budget or an exhibition's season
_BATCH = re.compile(
    r"(?:(?:รุ่น|กลุ่ม|ระยะ|ช่วง|รอบ)ที่|(?:^|\n)[ \t]*(?:EP\.?|ครั้งที่|ตอนที่))\s?\d{1,2}[^\n]{0,50}$"
    r"|(?:^|\n)[ \t]*(?:รุ่น|กลุ่ม|รอบ)\s?\d{1,2}[^\n]{0,20}$"
)
# The days on which somebody shows or sells something at a fair: not the whole of it.
_SHOWN_THERE = re.compile(r"(?:แสดง|จำหน่าย|ออกร้าน|ออกบูธ)[^\n]{0,12}(?:ภาย)?ในงาน[^\n]*\Z")
# The days of what the press is told of that day.
_TOLD_OF = re.compile(r"แถลงข่าว[^\n]*\Z")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """Paths: start, end, time, end_time, date_edtf, days, weekday_*, previous_*, fiscal_year, lunar_date."""
    text = document.text[: min(own_end(document.text), REACH)]
    base = written_on(document)
    stated = not_its_own(document, find_dates(text, base))
    former, known = moved.split(text, candidates(text, stated, base))
    found = coarse.fiscal_year(text) | moved.previous(former)
    if all(c.score < (LEAST if _several(known) else LONE) for c in known):
        return found | coarse.period(text, stated, base) | coarse.lunar(text, None)
    chosen = told_day(text, known)
    whole = _whole(text, chosen, known)
    sure = min(_sure(known), SPAN) if whole.first != whole.last else _sure(known)
    days = _days(whole, _batches(text, whole, known))
    found |= {path: replace(day, confidence=min(sure, day.confidence)) for path, day in days.items()}
    found |= _conflict(chosen) | coarse.lunar(text, found["start"])
    same = sorted(
        {d.begin: d for d in (whole, chosen, *_on_first_day(whole, known))}.values(), key=lambda d: d.begin
    )
    first = [dates for dates in same if dates.first == whole.first]
    return found | find_hours(text, first, stated)


def _several(known: Sequence[Candidate]) -> bool:
    return len({c.dates.runs for c in known}) > 1


def _sure(known: Sequence[Candidate]) -> float:
    """The share of days that are right, where the best is as far ahead of the next best as here."""
    best: dict[Runs, float] = {}
    for candidate in known:
        best[candidate.dates.runs] = max(candidate.score, best.get(candidate.dates.runs, candidate.score))
    ahead = sorted(best.values(), reverse=True)
    return 0.98 if len(ahead) == 1 or ahead[0] - ahead[1] >= CLEAR else 0.85


def _whole(text: str, chosen: Dates, known: Sequence[Candidate]) -> Dates:
    """The span in which a chosen day lies, where the text gives one: what was chosen is its opening."""
    if chosen.first != chosen.last:
        return chosen
    spans = [
        c.dates
        for c in known
        if c.dates.first <= chosen.first <= c.dates.last
        and 0 < (c.dates.last - c.dates.first).days <= _LONGEST_SPAN
        and SPANS.search(text[max(0, c.dates.begin - 60) : c.dates.begin])
        and not _SHOWN_THERE.search(text[max(0, c.dates.begin - 90) : c.dates.begin])
        and not _TOLD_OF.search(text, chosen.end, max(chosen.end, c.dates.begin))
    ]
    return min(spans, key=lambda span: span.last - span.first) if spans else chosen


def _batches(text: str, whole: Dates, known: Sequence[Candidate]) -> list[Dates]:
    """รุ่นที่ 1 วันที่ 5-6, รุ่นที่ 2 วันที่ 9-10: each batch has its days, and all of them are the event's."""
    batches = [c.dates for c in known if _BATCH.search(text[max(0, c.dates.begin - 70) : c.dates.begin])]
    return batches if len(batches) > 1 and whole in batches else [whole]


def _days(whole: Dates, batches: Sequence[Dates]) -> dict[str, Found]:
    runs = merge_runs(run for dates in batches for run in dates.runs)
    first, last = batches[0], batches[-1]
    found = {
        "start": _found(runs[0][0].isoformat(), first),
        "end": _found(runs[-1][1].isoformat(), last),
    }
    if len(runs) > 1:
        spans = tuple((begin.isoformat(), end.isoformat()) for begin, end in runs)
        found["days"] = Found(
            spans,
            first.begin,
            first.end,
            first.rule,
            whole.confidence,
            tuple((d.begin, d.end) for d in batches[1:]),
        )
    return found


def merge_runs(runs: Iterable[tuple[date, date]]) -> Runs:
    """The runs in order; those that touch or overlap are one.

    >>> merge_runs([(date(2025, 1, 20), date(2025, 1, 21)), (date(2025, 1, 18), date(2025, 1, 19))])
    ((datetime.date(2025, 1, 18), datetime.date(2025, 1, 21)),)
    """
    merged: list[tuple[date, date]] = []
    for first, last in sorted(runs):
        if merged and first <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def _on_first_day(whole: Dates, known: Sequence[Candidate]) -> list[Dates]:
    return [c.dates for c in known if c.dates.first == whole.first]


def _found(value: object, dates: Dates) -> Found:
    return Found(value, dates.begin, dates.end, dates.rule, dates.confidence, dates.also)


def _conflict(chosen: Dates) -> dict[str, Found]:
    """`weekday_conflict`, the weekday as written, and `weekday_year`, the Gregorian year that has it."""
    if chosen.weekday is None:
        return {}
    found = {"weekday_conflict": _found(chosen.weekday, chosen)}
    if (year := agreeing_year(chosen, WEEKDAYS[chosen.weekday])) is not None:
        found["weekday_year"] = _found(year, chosen)
    return found


def agreeing_year(said: Dates, weekday: int) -> int | None:
    """The nearest year in which the day falls on that weekday (Monday is 0); None where none is near.

    >>> (wednesday,) = find_dates("วันพุธที่ 18 มกราคม พ.ศ. 2565")
    >>> agreeing_year(wednesday, 2)
    2023
    """
    day = said.last if said.first.weekday() == weekday else said.first
    for away in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5):
        if possible(day.day, day.month, day.year + away):
            other = day.replace(year=day.year + away)
            if other.weekday() == weekday:
                return other.year
    return None
