"""When: the event's days and times, and whether they were moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from extractors.fields.choice import LEAST, Candidate, candidates
from extractors.fields.hours import find_hours
from extractors.records import Document, Facts, Found
from extractors.thai.datelines import find_dateline
from extractors.thai.dates import Dates, Runs, find_dates
from extractors.thai.digits import arabic

REACH = 60_000  # code points: a day that is not in the opening of a book is not its event's
# A span that holds the event's day is its whole span where one of these leads to it.
_SPANS = re.compile(r"ระหว่าง|ตั้งแต่|วันที่|จัด|กำหนด|\n[ \t]*$|งาน")
LONE = -0.5  # what the only day of a text needs at least
_LONGEST_SPAN = 120  # days: what lasts longer is a term, a budget or an exhibition's season
# The event itself is told for another day than วันนี้, the day of the telling.
_TELLS = re.compile(r"(?:โฆษก|เปิดเผย|เผยว่า|เผย|กล่าวว่า|แถลง|แจ้งว่า|ประชาสัมพันธ์)")
_PLANS = re.compile(r"กำหนดการ|มีกำหนด|กำหนดจัด|จะจัด|จะเดินทาง|จะเป็นประธาน|เตรียม|จะมี|ขอเชิญ|จะเข้าร่วม|จะร่วม")
# Words of somebody who is at an event, not only telling of it.
_DOES = re.compile(
    r"ประธาน|ลงพื้นที่|ตรวจเยี่ยม|เข้าร่วม|ร่วม(?:งาน|ประชุม|พิธี)|เปิด(?:งาน|การ|โครงการ|ประชุม)|จัด(?:งาน|กิจกรรม|ประชุม|พิธี|อบรม)|ต้อนรับ|เดินทาง"
)
TELLING = 1_500  # code points after the telling in which it names the day of what was done
_MOVED = re.compile(r"เลื่อน")
_FROM = re.compile(r"(?:จาก(?:เดิม)?|เดิม|แต่เดิม)[^\n]{0,40}$|ตามที่[^\n]{0,150}$")
# …จึงขอเลื่อนการอบรมออกไปเป็น, also where the new day stands on the next line
_TO = re.compile(r"เลื่อน[^\n]{0,80}(?:เป็น|ไปจัด|ออกไป|มาเป็น)[^\n]{0,30}[\s>*:]{0,8}$")
_FISCAL = re.compile(r"ปีงบประมาณ\s?(?:พ\.\s?ศ\.\s?)?(25\d\d)(?!\d)")
_IN_MONTH = re.compile(
    r"(?:จัด|กำหนด|ประชุม|อบรม|สัมมนา|เลื่อน)[^\n]{0,40}(?:ใน|เมื่อ|ช่วง|เป็น|ระหว่าง)[^\n]{0,8}(?:เดือน)?\s?$"
)
_BATCH = re.compile(r"(?:(?:รุ่น|กลุ่ม|ระยะ|ช่วง|รอบ)ที่|(?:^|\n)[ \t]*(?:EP\.?|ครั้งที่|ตอนที่))\s?\d{1,2}[^\n]{0,50}$")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """Paths: start, end, time, end_time, date_edtf, days, weekday_conflict, previous_*, fiscal_year."""
    text = document.text[:REACH]
    base = find_dateline(text, document.published)
    stated = find_dates(text, base)
    known = candidates(text, stated, base)
    found = _fiscal_year(text)
    if all(c.score < (LEAST if _several(known) else LONE) for c in known):
        return found | _month(text, stated)
    former, known = _moved(text, known)
    chosen = _choose(text, known, base)
    whole = _whole(text, chosen, known)
    found |= _days(whole, _batches(text, whole, known))
    found |= _conflict(chosen) | _previous(former)
    same = sorted(
        {d.begin: d for d in (whole, chosen, *_on_first_day(whole, known))}.values(), key=lambda d: d.begin
    )
    first = [dates for dates in same if dates.first == whole.first]
    return found | find_hours(text, first, stated)


def _several(known: Sequence[Candidate]) -> bool:
    return len({c.dates.runs for c in known}) > 1


def _choose(text: str, known: Sequence[Candidate], base: Dates | None) -> Dates:
    """The best; but where today somebody only tells of what is to come, that."""
    best = max(known, key=lambda c: c.score).dates
    tells = _TELLS.search(text, best.end, best.end + 160)
    if best.rule in ("today", "day", "yesterday") and tells:
        told = [c.dates for c in known if _planned(text, best, c.dates)]
        if not _DOES.search(text, best.end, tells.start()):
            told += [c.dates for c in known if _led(text, best, c.dates) or _done(text, best, c.dates)]
        if told:
            return told[0]
    return best


def _planned(text: str, best: Dates, other: Dates) -> bool:
    """What is said to come, after the telling."""
    later = other.begin > best.end and other.first > best.last
    return later and _PLANS.search(text[best.end : other.begin][-200:]) is not None


def _led(text: str, best: Dates, other: Dates) -> bool:
    """The span of days that the news opens with, before it comes to who tells it."""
    ahead = other.end <= best.begin and other.first > best.last and other.rule == "span"
    return ahead and _SPANS.search(text, max(0, other.begin - 60), other.begin) is not None


def _done(text: str, best: Dates, other: Dates) -> bool:
    """What was done the day before, or on a day that the teller names."""
    past = other.begin > best.end and other.last < best.first and not other.end > best.end + TELLING
    named = other.rule == "yesterday" or text.endswith("เมื่อ", 0, other.begin)
    return past and named and _DOES.search(text, other.end, other.end + 120) is not None


def _whole(text: str, chosen: Dates, known: Sequence[Candidate]) -> Dates:
    """The span in which a chosen day lies, where the text gives one: what was chosen is its opening."""
    if chosen.first != chosen.last:
        return chosen
    spans = [
        c.dates
        for c in known
        if c.dates.first <= chosen.first <= c.dates.last
        and 0 < (c.dates.last - c.dates.first).days <= _LONGEST_SPAN
        and _SPANS.search(text[max(0, c.dates.begin - 60) : c.dates.begin])
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
    return {"weekday_conflict": _found(chosen.weekday, chosen)} if chosen.weekday else {}


def _moved(text: str, known: list[Candidate]) -> tuple[Dates | None, list[Candidate]]:
    """The former days of an event that was put off, and the dates that are left."""
    if not _MOVED.search(text):
        return None, known
    for former in known:
        before = text[max(0, former.dates.begin - 180) : former.dates.begin]
        if _FROM.search(before) and _MOVED.search(
            text[max(0, former.dates.begin - 400) : former.dates.end + 200]
        ):
            left = [c for c in known if c is not former and c.dates.runs != former.dates.runs]
            new = [c for c in left if _TO.search(text, max(0, c.dates.begin - 140), c.dates.begin)]
            return former.dates, new or left or known
    return None, known


def _previous(former: Dates | None) -> dict[str, Found]:
    if former is None:
        return {}
    return {
        "previous_start": _found(former.first.isoformat(), former),
        "previous_end": _found(former.last.isoformat(), former),
    }


def _month(text: str, stated: Sequence[Dates]) -> dict[str, Found]:
    """A month without a day, where the text says that the event is held then."""
    for said in stated:
        if said.edtf and _IN_MONTH.search(text, max(0, said.begin - 70), said.begin):
            return {"date_edtf": _found(said.edtf, said)}
    return {}


def _fiscal_year(text: str) -> dict[str, Found]:
    """The fiscal year, Buddhist Era, where the text names one and no other."""
    named = list(_FISCAL.finditer(arabic(text)))
    if len({m[1] for m in named}) != 1:
        return {}
    return {"fiscal_year": Found(int(named[0][1]), named[0].start(), named[0].end(), "fiscal year", 0.9)}
