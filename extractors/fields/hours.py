"""At what time: the times that belong to the event's day, beside it or in its programme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.records import Found
from extractors.sought import Sought
from extractors.thai.dates import Dates
from extractors.thai.times import Times, find_times

CLOSE = 12  # code points from a date to the time that is surely its
NEAR = 220  # code points from a date to its time, within one paragraph
LONGEST = 6_000  # code points of a programme
ROOM = 120  # code points that one time takes at most
MOST = 12  # statements of the day beside which a time is looked for

# A row of a programme begins with its time.
_ROW = re.compile(r"(?:^|\n)[ \t•\-–]*(?:เวลา\s?)?$")
# Another day or deed stands between: the time is its.
_ELSEWHERE = re.compile(r"ข้อมูล|จากนั้น|ต่อมา|หลังจากนั้น|ต่อจากนั้น|ก่อนหน้านี้|ช่วงบ่าย|ออกเดินทาง|ภายใน|ก่อนเวลา|ปิดรับ")


def find_hours(text: str, said: Sequence[Dates], others: Sequence[Dates]) -> dict[str, Found]:
    """`time` and `end_time`, beside one of the statements `said` of the first day; `others` are all dates."""
    for dates in said[:MOST]:
        times = _until_next_day(text, dates, others)
        found = _beside(text, dates, times) or _programme(text, dates, times) or _before(text, dates, others)
        if found:
            return found
    return _apart(text) if said and said[0].rule != "list" else {}


# The event's hour told in a sentence of its own, or every week.
_APART = Sought(
    r"(?:จัดขึ้น|เริ่ม(?:งาน|ประชุม|พิธี|ขึ้น|กิจกรรม)?|ภายในงาน(?:ช่วงเช้า)?|(?:ใน)?ช่วงเช้า|พิธี(?:ดังกล่าว)?|ทุกวัน[ก-๎]{0,12})\s?(?:ใน)?(?=เวลา)"
)


def _apart(text: str) -> dict[str, Found]:
    for lead in _APART.finditer(text):
        for time in find_times(text[lead.end() : lead.end() + 40])[:1]:
            moved = Times(time.begin + lead.end(), time.end + lead.end(), time.start, time.stop)
            return {path: replace(found, rule="apart") for path, found in _found(moved, 0.8).items()}
    return {}


def _until_next_day(text: str, dates: Dates, others: Sequence[Dates]) -> list[Times]:
    """The times behind a day, up to where another one is named."""
    stop = min(
        (other.begin for other in others if other.begin >= dates.end and not _same(other, dates)),
        default=len(text),
    )
    times = find_times(text[dates.end : min(stop + ROOM, dates.end + LONGEST)])
    moved = [Times(t.begin + dates.end, t.end + dates.end, t.start, t.stop) for t in times]
    return [t for t in moved if t.begin < stop]


def _same(one: Dates, other: Dates) -> bool:
    return bool(one.runs) and bool(other.runs) and one.first == other.first


# Somebody sets out at that time; the event begins when he is there.
_TRAVEL = re.compile(r"ออกเดินทาง|ใช้เวลา(?:ใน)?(?:การ)?เดินทาง|เดินทางถึง|ท่าอากาศยาน")


# What sites write beside the moment of a post, which no event's hour has: 13 มิ.ย. 2567 - 09:12 | เข้าชม 231
_POSTED_BY = re.compile(
    r"[ \t]*(?:(?:โดย|[Bb]y)?\s?(?:ผู้ดูแล(?:ระบบ)?|[Aa]dmin\w*)|โพสต?์?|เผยแพร่|[^ก-๎\n]{0,6})?\s?\Z"
)
_BARE = re.compile(r"[\s,|/–-]{0,4}\d{1,2}:\d{2}")  # neither เวลา nor น.
_SEEN = re.compile(r"(?!\s?น\.)[^\nก-๎]{0,6}(?:\n|\Z|เข้าชม|ผู้เข้าชม|เปิดอ่าน|อ่าน|ดู|โดย|ผู้ดูแล)")


def _is_stamp(text: str, dates: Dates, time: Times) -> bool:
    """Whether the time is that of a post: bare, on a line with its day and with what sites write there."""
    begin = text.rfind("\n", 0, dates.begin) + 1
    bare = time.stop is None and _BARE.fullmatch(text, dates.end, time.end)
    return bool(bare and _POSTED_BY.match(text[begin : dates.begin]) and _SEEN.match(text, time.end))


def _beside(text: str, dates: Dates, times: list[Times]) -> dict[str, Found]:
    for time in times[:1]:
        if _is_stamp(text, dates, time):
            return {}
        if _TRAVEL.search(text[max(0, dates.begin - 120) : time.end + 40]):
            return {}
        between = text[dates.end : time.begin]
        if (
            len(between) <= NEAR
            and "\n\n" not in between
            and between.count("\n") <= 2
            and not _ELSEWHERE.search(between)
        ):
            if between.count("\n") and len(_rows(text, times)) >= 3:
                return {}
            return _found(time, 0.97 if time.begin - dates.end < CLOSE else 0.85)
    return {}


def _programme(text: str, dates: Dates, times: list[Times]) -> dict[str, Found]:
    """From the first row of a programme to the end of its last."""
    rows = _rows(text, times)
    if len(rows) < 2 or rows[0].begin - dates.end > NEAR * 4:
        return {}
    found = {"time": Found(rows[0].start, rows[0].begin, rows[0].end, "programme", 0.8)}
    last = max(rows, key=lambda row: row.stop or row.start)
    if last.stop:
        found["end_time"] = Found(last.stop, last.begin, last.end, "programme", 0.8)
    return found


def _rows(text: str, times: list[Times]) -> list[Times]:
    return [t for t in times if _ROW.search(text, max(0, t.begin - 12), t.begin)]


def _before(text: str, dates: Dates, others: Sequence[Dates]) -> dict[str, Found]:
    """เวลา 09.00 น. วันที่ 5 มีนาคม: the time stands first."""
    start = max([0, dates.begin - 40, *(other.end for other in others if other.end <= dates.begin)])
    times = find_times(text[start : dates.begin])
    if not times:
        return {}
    time = Times(times[-1].begin + start, times[-1].end + start, times[-1].start, times[-1].stop)
    between = text[time.end : dates.begin]
    return _found(time, 0.85) if re.fullmatch(r"\.?\s{0,3}(?:ของ|ใน|,)?\s?(?:วันที่|วัน)?\s?", between) else {}


def _found(time: Times, sure: float) -> dict[str, Found]:
    found = {"time": Found(time.start, time.begin, time.end, "time", sure)}
    if time.stop:
        found["end_time"] = Found(time.stop, time.begin, time.end, "time", min(0.88, sure))
    return found
