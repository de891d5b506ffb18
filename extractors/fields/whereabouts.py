"""Every place that a text tells of, by the word that points to it: ณ, ที่, สถานที่, จัดขึ้นที่, เยี่ยมชม …

To add such a word: a line in POINTERS; the base is how far it is trusted to
point to the place of the event, 0 … 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.sought import Sought
from extractors.thai.gazetteer import districts
from extractors.thai.places import Area, address, area_at, city_at
from extractors.thai.venues import kind_at, venue_at

_NOT_IN_WORD = r"(?<![ก-ฮะ-ฺเ-ๅ็-๎])"  # ฯ and ๆ end a word and may stand before
_ROOM = r"ห้อง(?!เรียนรู้)|หอประชุม|หอศิลป|โรงแรม|ศูนย์(?:ประชุม|การประชุม|แสดง|ราชการ|การค้า)"
_SITE = (
    rf"{_ROOM}|ชั้น|อาคาร|ตึก|ทำเนียบรัฐบาล|รัฐสภา|ศาลา(?!ก๊)|ลาน|โดม|สวน|สนาม|ท่าอากาศยาน|วัด|โรงเรียน"
    r"|โรงพยาบาล|มหาวิทยาลัย|วิทยาลัย|ที่ว่าการ|อุทยาน|อนุสาวรีย์|สถานี(?:ตำรวจ|รถไฟ|กลาง)|พระ(?:ราชวัง|ที่นั่ง)|อิมแพ็?ค|ไบเทค|เมืองทองธานี|พิพิธภัณฑ์|องค์การบริหารส่วน|เทศบาล"
)
_SEATS = "กระทรวง|กรม|สำนัก|สถาบัน|ศูนย์|ธนาคาร|สภา|กอง|การไฟฟ้า|เรือนจำ|ท่า|ตลาด|ชุมชน|หมู่บ้าน|บ้าน"
_HELD = r"(?:จัด(?:ขึ้น|งาน|ประชุม|กิจกรรม|แสดง)?|ประชุม|สัมมนา|อบรม|งาน|พิธี|เปิด|ร่วม|อยู่|ขึ้น|ฯ|น\.)"

_HOSTS = r"(?:โรงเรียน|รร\.|วิทยาลัย|มหาวิทยาลัย|โรงพยาบาล|ศูนย์|เทศบาล|องค์การ)"
# Whatever an address follows: ที่กลุ่มทอผ้าลมโชย ตำบลลมโชย
_BEFORE_ADDRESS = r"[ก-๎]{3,40} (?:ต\.|ตำบล|อ\.|อำเภอ|แขวง)"

# What begins a line that is a place: no letterhead of a school or university.
_SITE_LINE = (
    r"(?:ห้อง|หอ(?:ประชุม|ศิลป|สมุด)|อาคาร|ตึก|ลาน|โดม|โรงแรม|ศูนย์(?:ประชุม|การประชุม|แสดง|การเรียนรู้)|สวน|สนาม|ศาลา"
    r"|พิพิธภัณฑ์|อุทยาน)"
)

# How places are pointed to: (rule, base, pattern). The place begins where the pattern ends.
POINTERS: tuple[tuple[str, float, Sought], ...] = (
    (
        "label",  # in tables and notices: สถานที่จัดงาน : หอประชุม …
        3.5,
        Sought(
            rf"(?:^|(?<=[\s|]))(?:(?:สถานที่(?:จัด[ก-๎]{{0,12}}|ประชุม|อบรม|สัมมนา|ดำเนินการ|เรียน|แข่งขัน)?|Venue|Location"
            rf"|[ก-๎]{{0,8}}ที่ไหน|Where)[ \t]{{0,3}}"
            rf"(?:[:：|❓?]{{1,2}}[ \t]{{0,3}}\n?|\n|\s(?=ณ|{_SITE}))|[📍📌🏫🏢]|@\s?(?={_SITE}))"
            r"[ \t]{0,3}(?:ณ\s?)?"
        ),
    ),
    (
        "at",
        3.0,
        Sought(
            rf"(?:{_NOT_IN_WORD}|(?<=ขึ้น)|(?<=ร่วม)|(?<=ประชุม))"
            r"ณ(?!\.[ก-๎]{3,10}\s)\.?[ \t]{0,3}\n?(?:(?:ใน)?พื้นที่\s?)?"
        ),
    ),
    (
        "held_at",
        2.5,
        Sought(rf"{_HELD}\s?ที่\s{{0,2}}(?=(?:{_SITE}|กระทรวง|กรม|สำนัก|สถาบัน|ศูนย์|จังหวัด|จ\.))"),
    ),
    (
        "at_when",  # เวลา 10.00 น. ที่กระทรวง…
        2.4,
        Sought(
            rf"(?<=[\d๐-๙).])\s{{1,2}}(?:น\.\s?)?ที่\s?(?=(?:{_SITE}|{_SEATS}|บริเวณ|โถง|หน้า|{_BEFORE_ADDRESS}))"
        ),
    ),
    (
        "when_room",  # เวลา 10.00 น. ห้อง 503 อาคาร…
        2.2,
        Sought(r"(?<=[\d๐-๙] น\.)\s{1,3}(?=ห้อง(?!เรียนรู้)|หอประชุม|อาคาร|ลาน|โดม|ศาลา(?!ก๊)|โรงแรม)"),
    ),
    ("at_site", 2.2, Sought(rf"(?:{_NOT_IN_WORD}|(?<=ผ่านมา))ที่\s?(?=(?:{_SITE}))")),
    (
        "at_address",
        2.2,
        Sought(r"(?<=\s)ที่\s?(?=(?:ศูนย์|สถาบัน|สำนักงาน|บริษัท)[ก-๎]{3,60} (?:ต\.|ตำบล|อ\.|อำเภอ|แขวง))"),
    ),
    ("at_province", 2.5, Sought(rf"{_NOT_IN_WORD}ที่\s?(?=จังหวัด|จ\.|กรุงเทพ)")),
    ("misspelt_at", 2.2, Sought(rf"{_NOT_IN_WORD}(?:นะ|ที|ทื่)\s?(?=(?:{_ROOM}))")),
    (
        "room",
        1.6,
        Sought(r"(?:^|(?<=[\s\u200b])|(?<= และ))(?=ห้องประชุม|หอประชุม|ห้อง(?:แกรนด์|บอลรูม|คอนเวน|ออดิ|โถง))"),
    ),
    (
        "line",  # a line of its own in a notice
        1.5,
        Sought(rf"(?:^|(?<=\n))[ \t•๏|*-]{{0,4}}(?={_SITE_LINE}[^\n]{{2,90}}(?:\n|$))"),
    ),
    ("around", 1.2, Sought(rf"{_NOT_IN_WORD}(?=บริเวณ\s?[ก-ฮเ-ไ])")),
    ("to", 1.3, Sought(r"เดินทาง(?:ไป|มา)?(?:ยัง|ที่|เยือน)?\s{0,2}|ไปยัง\s{0,2}|เยือน\s?")),
    (
        "to_for",  # เดินทางไปยัง สถานกงสุลใหญ่ … เพื่อหารือ
        1.9,
        Sought(rf"เดินทาง(?:ไป|มา)(?:ยัง|ที่)\s{{0,2}}(?=(?:{_SITE}|สถาน)[^\n]{{3,120}}?\sเพื่อ)"),
    ),
    (
        "visit",
        1.4,
        Sought(
            r"(?:(?:เยี่ยมชม|ตรวจเยี่ยม|ศึกษาดูงาน|ทัศนศึกษา|ลงพื้นที่(?:ตรวจ[ก-๎]{0,20})?|(?<!ผู้)ตรวจราชการ)"
            r"(?:การดำเนินงาน(?:ของ)?|แหล่งเรียนรู้)?|สัญจร)\s?(?:ณ|ที่|ใน)?\s{0,2}"
        ),
    ),
    ("floor", 2.2, Sought(r"(?:^|(?<=\d\s)|(?<=\n))(?=ชั้น\s?\S{1,3}\s(?:อาคาร|ศูนย์|ตึก|โรงแรม))")),
    (
        "host",  # นิเทศการสอน โรงเรียนลมโชย โดยมี … ให้การต้อนรับ
        1.6,
        Sought(rf"(?<=\s)(?={_HOSTS}[^\s]{{2,60}}\s(?:โดยมี|ซึ่งมี)[^\n]{{0,160}}?ต้อนรับ)"),
    ),
    ("in_province", 0.9, Sought(r"(?:พื้นที่|ใน)(?=จังหวัด|จ\.)")),
)

# Towns that are neither province nor written with a word before them; a town alone is no venue.
_TOWNS = frozenset({*districts(), "พัทยา", "เมืองพัทยา", "พื้นที่"})

# ณ of a day or a state, not of a place.
_TIME = re.compile(
    r"วัน(?:ที่|นี้|[จอพศเส])|เวลา|เดือน|สิ้น|ปัจจุบัน|ขณะ|ที่นี้|ที่นั้น|โอกาส|ราคา|อัตรา|ไตรมาส|บัดนี้|ปี|จุดนี้|จุดเดียว|สถานที่(?:ต่าง|ดัง|จริง|ที่)|ช่วง|"
    r"ตอน|ต้น|ที่ใด|ประเทศไทย|\d"
)
# An ambassador's or an office's seat, not where something is held.
_SEAT = re.compile(
    r"(?:ทูต\S{0,20}|กงสุล\S{0,15}|ผู้แทน\S{0,40}|ประจำ\S{0,30}|ในต่างประเทศ|สคต\.?|ต่างประเทศ\s?\(?\S{0,8}\)?|สำนักงาน\S{0,30}|สหประชาชาติ|ข้อมูล|กูร|ยูร)\s?$"
)


@dataclass(frozen=True)
class Mention:
    """A place told of: text[start:end] is its name (empty where only a town or a province is told)."""

    rule: str
    base: float
    begin: int  # where the word that points to it begins
    start: int
    end: int
    areas: tuple[Area, ...]

    def area(self, kind: str) -> Area | None:
        return next((area for area in self.areas if area.kind == kind), None)


def find_mentions(text: str) -> list[Mention]:
    """All places told of, in the order of the text, none over another.

    >>> [(text[m.start : m.end], [a.name for a in m.areas]) for text in ["ณ วัดป่าไผ่ อ.เมือง จ.น่าน"]
    ...  for m in find_mentions(text)]
    [('วัดป่าไผ่', ['เมือง', 'น่าน'])]
    """
    found = sorted(
        (mention for pointer in POINTERS for mention in _pointed(text, *pointer)),
        key=lambda m: (m.start, -m.base, m.begin),
    )
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= max(kept[-1].end, kept[-1].start + 1):
            kept.append(mention)
    return kept


def _pointed(text: str, rule: str, base: float, pattern: Sought) -> Iterator[Mention]:
    for found in pattern.finditer(text):
        start = found.end()
        if rule == "at" and not _of_place(text, found):
            continue
        town = address(text, start) if _named(text, start) else []
        end = start if town else venue_at(text, start)
        if text[start:end] in _TOWNS:
            town, end = address(text, end), start
        narrow = kind_at(text, start) in (None, "room") and not text.startswith("บริเวณ", start)
        if rule in ("to", "visit", "in_province") and not town and narrow:
            continue
        areas = town or (address(text, end) if end > start else [])
        if end > start or any(area.kind in ("province", "country", "district", "city") for area in areas):
            yield Mention(rule, base, found.start(), start, end, tuple(areas))


def _named(text: str, at: int) -> bool:
    """Whether a town, a province or a country stands there, and no place in it."""
    return bool(area_at(text, at) or city_at(text, at)) and not text.startswith(("เมืองทองธานี", "เกาะรัตน"), at)


def _of_place(text: str, at: re.Match[str]) -> bool:
    """Whether this ณ is one of a place: not of a day, a surname (ณ อยุธยา) or a seat (ทูต ณ กรุงโตเกียว)."""
    start = at.end()
    if _TIME.match(text, start) or (at[0] == "ณ" and kind_at(text, start) is None):
        return False
    if not _named(text, start):
        return not re.compile(r"(?:นคร|ป้อมเพ็ชร์|ถลาง|บางช้าง)(?:\s|$)").match(text, start)
    area = area_at(text, start)
    if area and area.kind == "province" and area.begin == area.start and area.name != "กรุงเทพมหานคร":
        return False
    return not _SEAT.search(text, max(0, at.start() - 50), at.start())
