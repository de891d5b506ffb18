"""Whether an event was moved, and from which days: จากเดิม … เป็น …, ออกไปก่อน (until further notice)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.choice import Candidate
from extractors.records import Found
from extractors.thai.dates import Dates

MOVED = re.compile(r"เลื่อน(?!วันหยุด|ชั้น|ตำแหน่ง|เงินเดือน|วิทยฐานะ|ขั้น|ระดับ)")
BEFORE, AROUND = 200, 400  # code points before a day, and around it, that are read
_FROM = re.compile(r"(?:จาก(?:เดิม)?|แต่เดิม|เดิม)(?:(?!จะ)[^\n]){0,40}\Z")
# As planned (ตามที่ … ในวันที่ 6 นั้น, … ซึ่งกำหนดจัดในวันที่ 6): the day that was moved.
_PLANNED = re.compile(r"(?:ตามที่|ซึ่ง|ที่)(?:[^\n]{0,150}?)(?:กำหนด|จะจัด|จัดขึ้น|จัดใน|จะมีขึ้น)[^\n]{0,100}\Z")
_TO = re.compile(
    r"เลื่อน[^\n]{0,110}?(?:เป็น|ไปจัด|ไปใน|ออกไป|มาเป็น|มาจัด)(?![^\n]{0,20}(?:ก่อน|ไม่มีกำหนด))[^\n]{0,40}"
    r"(?:[\s>*:]{0,8}(?:วันที่\s?)?|ดังนี้\s*\n[^\n]{0,40})\Z"
)
# Without a new day.
OPEN = re.compile(
    r"ออกไป(?:ก่อน|อย่างไม่มีกำหนด|โดยไม่มีกำหนด)|ไม่มีกำหนด|จนกว่า(?:สถานการณ์|จะ)|แจ้ง(?:กำหนด|วัน)[^\n]{0,20}(?:ใหม่|อีกครั้ง)"
)


def split(text: str, known: Sequence[Candidate]) -> tuple[Dates | None, list[Candidate]]:
    """The former days of an event that was put off, and the dates that are left: none where no day is new."""
    if not known or not MOVED.search(text):
        return None, list(known)
    new = [c for c in known if _TO.search(text, max(0, c.dates.begin - BEFORE), c.dates.begin)]
    begins = {c.dates.begin for c in new}
    old = [c.dates for c in known if c.dates.begin not in begins]
    former = _former(text, old, new[0].dates if new else None)
    if former is None:
        return None, list(known)
    left = [c for c in known if c.dates.runs != former.runs]
    if new:
        return former, [c for c in left if c.dates.begin in begins] or left
    opened = OPEN.search(text, former.begin, former.end + AROUND)
    return former, [] if opened else left or list(known)


def _former(text: str, old: Sequence[Dates], new: Dates | None) -> Dates | None:
    """Of the days that are not said to be new the one said to be old; else the one planned.

    Where no day is new, the planned one counts only beside words that leave it open when.
    """
    for said in old:
        if _said(_FROM, text, said):
            return said
    planned = [said for said in old if _said(_PLANNED, text, said)]
    if new is None:
        return next((said for said in planned if OPEN.search(text, said.begin, said.end + AROUND)), None)
    ahead = [said for said in old if said.begin < new.begin]
    return next(iter([*planned, *ahead[-1:]]), None)


def _said(words: re.Pattern[str], text: str, said: Dates) -> bool:
    near = MOVED.search(text, max(0, said.begin - AROUND), said.end + AROUND)
    return bool(near) and words.search(text, max(0, said.begin - BEFORE), said.begin) is not None


def previous(former: Dates | None) -> dict[str, Found]:
    """`previous_start` and `previous_end`."""
    if former is None:
        return {}
    days = {"previous_start": former.first, "previous_end": former.last}
    return {
        path: Found(day.isoformat(), former.begin, former.end, "moved from", 0.9, former.also)
        for path, day in days.items()
    }
