"""Which of the days of a text is the event's, where somebody tells on one day of what was done on another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.choice import Candidate
from extractors.thai.dates import Dates

# What leads to a span of days that is one event's.
SPANS = re.compile(r"ระหว่าง|ตั้งแต่|วันที่|จัด|กำหนด|\n[ \t]*$|งาน")
# The event itself is told for another day than วันนี้, the day of the telling.
_TELLS = re.compile(
    r"(?:โฆษก|เปิดเผย|เผยว่า|เผย|กล่าวว่า|แถลง|แจ้งว่า|(?<!ฝ่าย)(?<!กรม)(?<!ด้าน)(?<!การ)(?<!สื่อ)(?<!นัก)ประชาสัมพันธ์)"
)
_PLANS = re.compile(
    r"กำหนดการ|มีกำหนด|กำหนดจัด|จะจัด|จะเดินทาง|จะเป็นประธาน|เตรียม|จะมี|ขอเชิญ|จะเข้าร่วม|จะร่วม|จะลงพื้นที่|จะตรวจ|จะพบ"
)
# Words of somebody who is at an event, not only telling of it.
_PRESIDES = re.compile(r"(?:เป็น|นั่ง)ประธาน(?!กรรมการ|คณะ|สภา|บริษัท)")  # who presides that day is at the event
_NAMES_DAY = re.compile(r"เมื่อ(?:วันที่)?\s?\Z")
_SAYS = re.compile("เปิดเผย|เผย|กล่าวว่า|แถลง|แจ้งว่า")
POST = 60  # code points of the post of a spokesperson, who may preside himself
_MET = re.compile(r"ที่ประชุม[ก-๎.]{0,30}\s?\Z")
_HELD = re.compile(r"ได้(?:ดำเนินการ|จัด(?:ขึ้น|การ[ก-๎]{3,12}|กิจกรรม)?)\s?(?:ใน)?(?:ระหว่าง|เมื่อ)(?:วันที่)?\s?\Z")
_AT_ONCE = 40  # code points after the telling: what then has a day and an hour is what is told
_DOES = re.compile(
    r"ประธาน|ลงพื้นที่|ตรวจเยี่ยม|เข้าร่วม|ร่วม(?:งาน|ประชุม|พิธี)|เปิด(?:งาน|การ|โครงการ|ประชุม)|จัด(?:งาน|กิจกรรม|ประชุม|พิธี|อบรม)|ต้อนรับ|เดินทาง"
)
TELLING = 1_500  # code points after the telling in which it names the day of what was done


def told_day(text: str, known: Sequence[Candidate]) -> Dates:
    """The best of the candidates; but where then somebody only tells of what is to come or is past, that."""
    best = max(known, key=lambda c: c.score).dates
    tells = _TELLS.search(text, best.end, best.end + 160)
    if best.rule not in ("today", "day", "yesterday") or not tells:
        return best
    presides = _PRESIDES.search(text, best.end, tells.end() + POST)
    if presides and not _SAYS.search(text, best.end, presides.start()):
        return best
    told = [c.dates for c in known if _planned(text, best, c.dates)]
    if not _DOES.search(text, best.end, tells.start()):
        told += [c.dates for c in known if _led(text, best, c.dates) or _done(text, best, c.dates)]
    return told[0] if told else best


def _planned(text: str, best: Dates, other: Dates) -> bool:
    """What is said to come, after the telling."""
    if other.begin <= best.end or other.first <= best.last:
        return False
    near = max(best.end, other.begin - 200)
    at_once = _TELLS.search(
        text, max(near, other.begin - _AT_ONCE), other.begin
    )  # เปิดเผยว่า ในวันที่ 6 … มีกำหนด…
    return _PLANS.search(text, near, other.end + 3 * _AT_ONCE if at_once else other.begin) is not None


def _led(text: str, best: Dates, other: Dates) -> bool:
    """The span of days that the news opens with, before it comes to who tells it."""
    ahead = other.end <= best.begin and other.first > best.last and other.rule == "span"
    return ahead and SPANS.search(text, max(0, other.begin - 60), other.begin) is not None


def _done(text: str, best: Dates, other: Dates) -> bool:
    """What was done the day before, or on a day that the teller names."""
    if other.begin <= best.end or other.last >= best.first or other.end > best.end + TELLING:
        return False
    named = other.rule == "yesterday" or text.endswith("เมื่อ", 0, other.begin) or _at_once(text, best, other)
    near = max(best.end, other.begin - 60)
    does = _DOES.search(text, other.end, other.end + 120) or _MET.search(text, near, other.begin)
    return (named and does is not None) or _HELD.search(text, near, other.begin) is not None


def _at_once(text: str, best: Dates, other: Dates) -> bool:
    """What the telling begins with: เปิดเผยว่า เมื่อวันที่ 5 …"""
    led = _NAMES_DAY.search(text, best.end, other.begin)
    tells = list(_TELLS.finditer(text, best.end, other.begin))
    return led is not None and bool(tells) and led.start() - tells[-1].end() < _AT_ONCE
