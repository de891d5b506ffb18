"""What a name of an event is worth: what it holds itself, and where in the text it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from extractors.records import Facts
from extractors.thai import months
from extractors.thai.occasions import HEAD

REACH = 20_000  # code points: a name that is not in the opening of a book is not its event's
# It says what for, or with whom, and not what: ประชุม เพื่อพิจารณา…, หารือทวิภาคีกับ (somebody)
_UNTOLD = re.compile(rf"(?:{HEAD.pattern})\s*เพื่อ|.*(?<!ร่วม)กับ\Z", re.DOTALL)
_ROW = re.compile(r"\s*(?:[-•*]|\d{1,2}[.)])\s")  # one of several parts of an event
_NUMBER = re.compile(r"ครั้งที่\s*[\d๐-๙]|ประจำปี|รุ่นที่|นัดพิเศษ")
# A second thing that somebody did on the same day.
_AFTERWARDS = re.compile(r"จากนั้น|นอกจากนี้|ต่อมา|ช่วงบ่าย|และ(?:ได้|จะ)?(?:เป็น|ร่วมเป็น)?ประธาน|ก่อนเดินทาง|พร้อมเป็น")
_SAYS = re.compile(r"(?:กล่าว(?:[ก-๎]{0,12})?|เปิดเผย|เผย|ชี้แจง|ระบุ|แถลง|ย้ำ|สัมภาษณ์[^\n]{0,200}|เพิ่มเติม|ต่อ)\s?ว่า")
_HIMSELF = re.compile(
    r"[^\n]{0,40}?(?:ตน|ผม|ดิฉัน)(?:พร้อม|และ|ได้)|\s?ได้รับมอบหมาย|\s?เมื่อ(?:เร็ว\s?ๆ\s?นี้|วาน[^\n]{0,6}|วันที่[^\n]{4,25}?)\s?ได้"
)
# A line that dates what it tells of.
_DATED = re.compile(
    rf"วันนี้|วัน\S{{0,12}}\s?ที่\s*[\d๐-๙]|เวลา\s*[\d๐-๙]|[\d๐-๙]{{1,2}}\s*(?:{months.FULL}|{months.ABBREVIATED})"
)
# Where the sentence that dates an event comes from what was done to who came along, or to what was said.
_LEAD_OVER = re.compile("โดยมี|เปิดเผย|กล่าวว่า")
FIRST = 2.5  # what it gives to be the first name that the sentence tells which dates the event
OF_SOMEBODY = 1.0  # and to be told there right behind a person of the event
SENTENCE = 900  # code points before a name in which its sentence begins
BEHIND = 40  # code points between that person and the name


def holds(name: str, text: str) -> float:
    """What the name itself is worth: a number, a quoted part, being said again."""
    again = text.count(name[:24], 0, REACH) - 1
    return (
        1.5 * bool(_NUMBER.search(name))
        + 0.5 * ("“" in name or '"' in name)
        + min(2, again) * 0.6
        - 2.0 * (len(name) < 14)
        - 2.0 * (len(name) > 220)
        - 2.0 * ("ร่วมกับ" in name[:16])
        - 3.0 * bool(_UNTOLD.match(name))
    )


def stands(text: str, start: int, top: int) -> float:
    """What its place is worth: the paragraph that dates the event, not a headline, early, told first."""
    begin = text.rfind("\n", 0, start) + 1
    close = text.find("\n", start, start + 900)
    line = text[max(begin, start - 600) : (close if close >= 0 else start + 900)]
    return (
        -0.9 * math.log2(1 + max(0, start - top) / 400)
        + 1.5 * (start >= top and bool(_DATED.search(line)))
        - 0.5 * (start < top)
        - 1.5 * bool(_ROW.match(text, begin))
        - 3.0 * bool(_AFTERWARDS.search(text, max(begin, start - 60), start))
        - 2.0 * _in_speech(text, begin, start)
    )


def _in_speech(text: str, begin: int, start: int) -> bool:
    """Whether what is told there is part of what somebody says of other things, no day between."""
    said = list(_SAYS.finditer(text, max(begin, start - 900), start))
    if said and _HIMSELF.match(text, said[-1].end(), start):
        return False
    return bool(said) and _DATED.search(text, said[-1].end(), start) is None


def leads(text: str, start: int, first: bool, persons: Sequence[int]) -> float:
    """More for what the sentence that dates the event says was done: first, and by a person.

    What a report tells later may sound more like an event, and is another one. `persons` are
    the offsets at which the persons, with their posts, end.
    """
    begin = max(text.rfind("\n", 0, start) + 1, start - SENTENCE)
    if not _DATED.search(text, begin, start) or _LEAD_OVER.search(text, begin, start):
        return 0.0
    return FIRST * first + OF_SOMEBODY * any(0 <= start - end < BEHIND for end in persons)


def ends_of_persons(facts: Facts) -> list[int]:
    """Where the text's persons, with their posts, end."""
    return [
        found.end
        for path, found in facts.items()
        if path.startswith("people[") and not path.endswith(".role")
    ]
