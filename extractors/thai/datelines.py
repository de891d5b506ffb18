"""The day on which a text was written: its dateline, its stamp of publication, or what the site says.

วันนี้ and a day without a year rest on it. It is never the day of an event.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from difflib import SequenceMatcher
from functools import lru_cache

from extractors.thai.dates import Dates, find_dates
from extractors.thai.occasions import HEAD as NAME_BEGINS

PARAGRAPH = 120  # code points by which a sentence is longer than the headline that it says again
HEAD = 2_500  # code points in which a dateline stands
BANGKOK = timezone(timedelta(hours=7))

# เผยแพร่เมื่อ, โพสต์เมื่อ, ลงวันที่ข่าว, อัปเดตล่าสุด, Posted on: a site's own stamp.
STAMP = re.compile(
    r"(?:(?:วันที่|เวลา)?(?:เผยแพร่|โพสต์?|ลงประกาศ|ลงข่าว|เขียน|สร้าง|บันทึก|พิมพ์|ปรับปรุง|แก้ไข|อัปเดต|อัพเดท|อัพเดต)"
    r"(?:ข่าว|บทความ|ข้อมูล)?(?:ล่าสุด)?\s?(?:เมื่อ|ใน)?(?:วันที่|วัน)?"
    r"|(?i:posted|published|updated|last modified)(?: on)?)\s{0,3}:?\s{0,3}$"
)
# What follows a day that is the event's: a programme's or an invitation's next line.
_OF_EVENT = re.compile(r"\s*(?:ณ|เวลา|ที่(?:ห้อง|โรงแรม|หอ|อาคาร)|ห้อง|ชั้น|โดย|[\d๐-๙]{1,2}[.:][\d๐-๙]{2})")
_CLOCK = re.compile(r"\s\d{1,2}:\d{2}:\d{2}|,\s\d{1,2}\.\d{2} น\.")  # the second at which a post was written
_PRINT = re.compile(r"\s*พิมพ์\s*$", re.MULTILINE)  # the button "print" that portals leave under their dateline
_INVITES = re.compile(r"ขอเชิญ|กำหนดการ|โครงการอบรม|รับสมัคร")


@lru_cache(maxsize=4)  # three fields of one document ask for it
def find_dateline(text: str, published: str | None = None) -> Dates | None:
    """The day a text was written; begin and end are 0 where only `published` says it.

    A line that is a day and nothing else, near the top, is a dateline where a
    portal's marks or the headline's repetition stand beside it.

    >>> found = find_dateline("ประชุมครู\\nวันพุธที่ 26 สิงหาคม 2563\\nพิมพ์\\nวันนี้ ครูประชุมกัน")
    >>> found.first.isoformat()
    '2020-08-26'
    """
    head = text[:HEAD]
    for said in find_dates(text):  # not of the head alone: what is read once need not be read again
        if said.end > len(head):
            break
        if said.rule not in ("day", "today"):
            continue
        stamped = STAMP.search(head, max(0, said.begin - 60), said.begin)
        if stamped or _alone(head, said):
            return Dates(said.begin, said.end, said.runs, "dateline")
    return _published(published)


def is_stamp(text: str, said: Dates) -> bool:
    """Whether a day is that of a page's publication, wherever it stands."""
    return STAMP.search(text, max(0, said.begin - 60), said.begin) is not None


def _published(published: str | None) -> Dates | None:
    """The day a site names, in Bangkok."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published.replace("Z", "+00:00"))
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(BANGKOK)
    return Dates(0, 0, ((moment.date(), moment.date()),), "dateline")


def _alone(head: str, said: Dates) -> bool:
    start = head.rfind("\n", 0, said.begin) + 1
    stop = head.find("\n", said.end)
    if (
        stop < 0
        or head[start : said.begin].strip() not in ("", "วันที่")
        or _CLOCK.sub("", head[said.end : stop]).strip(" ).")
    ):
        return False
    before = [line.strip() for line in head[:start].split("\n") if line.strip()]
    after = [line.strip() for line in head[stop:].split("\n") if line.strip()]
    if not after or len(before) > 8:
        return False
    if _PRINT.match(head, stop) or (find_dates(after[0])[:1] and len(after[0]) <= 12):
        return True
    if before and any(_repeats(before[-1], line) for line in after[:2]):
        return True
    plain = not head[start : said.begin].strip() and not _OF_EVENT.match(after[0])
    if before and NAME_BEGINS.match(before[-1]) and head.startswith("วัน", said.begin) and "วันนี้" not in head:
        return False  # the day of what the line above names
    return plain and len(before) <= 1 and not any(_INVITES.search(line) for line in before)


def _repeats(title: str, line: str) -> bool:
    """Whether a line says a headline again; portals put their own name before the first."""
    if len(line) < 12 or len(title) < 12:
        return line == title
    short, long = sorted((title, line), key=len)
    if len(long) > PARAGRAPH + len(short):
        return False  # a sentence that says what the line above names
    if short in long or title.endswith(line[:30]):
        return True
    return SequenceMatcher(None, title[-120:], line[-120:]).ratio() > 0.8
