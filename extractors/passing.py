"""What changes on a page by itself: counters, today's date, who is online, lists of other news.

A page on which nothing else is other than before is the same page. The
rules look at what differs, and at no line that stayed: "ผู้เข้าชมงาน 1,204 คน"
in a report is a fact, and its correction a change.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from extractors.changes import blocks
from extractors.thai.datelines import BANGKOK
from extractors.thai.dates import find_dates
from extractors.thai.digits import arabic

SHORT = 150  # letters; a longer line is prose, whatever it counts
EDGE = 3  # lines at the beginning and the end of a text where a number alone is a counter

_N = r"\d[\d,.]*\s*[kKmM]?"
_SPAN = r"(?:วันนี้|เมื่อวาน(?:นี้)?|สัปดาห์นี้|เดือนนี้|ปีนี้|ขณะนี้)"
_PLACE = rf"(?:{_SPAN}|หน้านี้|เว็บไซต์|แล้ว|ทั้งหมด|ทั้งสิ้น|สะสม|รวม)"
_DONE = (
    r"(?:เข้าชม|เข้าอ่าน|เข้าดู|เข้าเยี่ยมชม|เยี่ยมชม|เปิดอ่าน|เปิดดู|อ่าน|ดู|ชม"
    r"|คลิก|แชร์|ไลก์|ไลค์|ถูกใจ|ดาวน์โหลด|โหวต|ฮิต|ใช้งาน|ออนไลน์)"
)
_WHO = r"(?:จำนวน|ยอด|สถิติ|มี|ขณะนี้มี)?\s*(?:ผู้|คน|การ|ครั้งที่)?"
_UNIT = r"(?:ครั้ง|คน|ราย|ท่าน|วิว|คลิก)"
_ENGLISH = (
    r"(?:post\s+|page\s+)?"
    r"(?:views?|hits?|reads?|visits?|visitors?|downloads?|shares?|likes?|tweets?|comments?|online)"
)

# What makes up a whole line or one part of it, between bars, dots or brackets. To add one: a line here.
_ALONE = re.compile(
    "|".join(
        (
            rf"{_WHO}\s*{_DONE}\s*{_PLACE}*\s*[:=]?\s*{_N}\s*{_UNIT}?",
            rf"{_N}\s*(?:{_UNIT}\s*)?{_DONE}\s*{_PLACE}*",
            rf"{_WHO}\s*{_SPAN}\s*[:=]?\s*{_N}\s*{_UNIT}?",
            rf"{_ENGLISH}\s*[:=]?\s*{_N}(?:\s*times?)?|{_N}\s*{_ENGLISH}",
            rf"{_N}\s*(?:วินาที|นาที|ชั่วโมง|ชม\.|วัน|สัปดาห์|เดือน|ปี)\s*(?:ที่แล้ว|ที่ผ่านมา|ก่อน)",
            r"(?:\d+|an?)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago",
            r"(?:your\s+)?ip(?:\s+address)?(?:\s*ของ(?:คุณ|ท่าน))?\s*[:=]?\s*[\d.]{7,}",
            r"(?:เวลา\s*)?\d{1,2}:\d\d:\d\d(?:\s*(?:น\.|am|pm))?",  # a clock; no event begins at a second
        )
    ),
    re.I,
)
# Within a line: what is read so many times is the page, and no exhibition.
_WITHIN = re.compile(
    rf"(?:{_WHO}\s*{_DONE}\s*{_PLACE}*\s*[:=]?\s*{_N}\s*(?:ครั้ง|วิว)|(?:จำนวน)?ผู้อ่าน\s*[:=]?\s*{_N}(?:\s*คน)?"
    rf"|{_WHO}\s*{_DONE}\s*:\s*{_N}|{_N}\s+views?\b|\b(?:views?|hits)\s*:?\s*{_N})",
    re.I,
)
_BETWEEN = re.compile(r"\s*[|•·/()\[\]–—]+\s*|\s{2,}|\s+-\s+")
_NUMBERS = re.compile(r"[\d,.\s]+")
# What stands before the day on which a page was sent, and says nothing else.
_SENT = re.compile(
    r"(?:วันนี้|วันที่(?:พิมพ์|เรียกดู)|พิมพ์เมื่อ|ข้อมูล\s*ณ|ปรับปรุง(?:ข้อมูล)?(?:ครั้ง)?(?:ล่าสุด)?(?:เมื่อ)?|"
    r"อัป?เดท?ต?(?:ข้อมูล)?(?:ล่าสุด)?(?:เมื่อ)?|last\s+updated?|today(?:\s+is)?|printed)?\s*[:,]?\s*",
    re.I,
)
_AFTER = re.compile(r"\s*,?\s*(?:เวลา)?\s*(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?\s*(?:น\.|am|pm)?\s*", re.I)
# Above the links to other news; what follows it changes with them.
_OTHERS = re.compile(
    r"(?:ข่าว|บทความ|เรื่อง|ประกาศ|กิจกรรม|ประชาสัมพันธ์|โพสต์)+"  # เรื่องอื่น ๆ is an item of every agenda
    r"(?:ล่าสุด|ที่เกี่ยวข้อง|ยอดนิยม|แนะนำ|(?:อื่น\s*ๆ\s*)?ที่น่าสนใจ|น่าอ่าน)\s*:?"
    r"|(?:related|recent|latest|popular|last\s?est)\s+(?:posts?|news|articles?)\s*:?",
    re.I,
)


def is_same_page(before: str, after: str, sent_before: str, sent_after: str) -> bool:
    """Whether two texts of a page differ in nothing but what changes by itself.

    The moments are those at which the two were sent, in UTC.

    >>> sent = "2026-11-24T20:00:00Z", "2026-11-25T20:00:00Z"
    >>> is_same_page("ประชุมครู\\nเข้าชม : 328", "ประชุมครู\\nเข้าชม : 331", *sent)
    True
    >>> is_same_page("ประชุมครู 40 คน", "ประชุมครู 45 คน", *sent)
    False
    """
    old, new = _Lines(before, sent_before), _Lines(after, sent_after)
    return all(
        old.lasting(first, last) == new.lasting(begin, end)
        for first, last, begin, end in blocks(old.lines, new.lines)
    )


class _Lines:
    """The lines of a text, and what of each is there to stay."""

    def __init__(self, text: str, sent: str) -> None:
        self.lines = text.split("\n")
        self._today = datetime.fromisoformat(sent).astimezone(BANGKOK).date()
        self._others = next(
            (n for n, line in enumerate(self.lines) if n and _OTHERS.fullmatch(line.strip())),
            len(self.lines),
        )

    def lasting(self, first: int, last: int) -> list[str]:
        """Lines [first, last) without what changes by itself, and without those that are nothing else."""
        kept = (self._lasting(n) for n in range(first, last))
        return [line for line in kept if line]

    def _lasting(self, n: int) -> str:
        line = arabic(self.lines[n]).strip()
        if len(line) > SHORT:
            return line
        if n > self._others:
            return ""
        if (n < EDGE or n >= len(self.lines) - EDGE) and _NUMBERS.fullmatch(line):
            return ""
        if _is_today(line, self._today):
            return ""
        parts = [part for part in _BETWEEN.split(line) if part]
        return " ".join(_WITHIN.sub("", part).strip() for part in parts if not _ALONE.fullmatch(part))


def _is_today(line: str, today: date) -> bool:
    """Whether a line is the day on which its page was sent, or says when that was changed last."""
    for found in find_dates(line):
        label, rest = line[: found.begin].strip(), line[found.end :]
        fits = found.rule in ("day", "today") and _SENT.fullmatch(label) and _AFTER.fullmatch(rest)
        if fits and (found.first == today or (label and not label.startswith("วันนี้"))):
            return True
    return False
