"""How far the name of a place reaches: room, floor, building and site, written from the narrow to the wide.

Thai sets no comma and no capital, so the name is followed word group by word
group (a group is what stands between blanks): each must open a new part
(ชั้น, อาคาร, โรงแรม …), go on with the last one's name, or it ends the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.thai.digits import arabic
from extractors.thai.gazetteer import districts
from extractors.thai.honorifics import HONORIFIC
from extractors.thai.places import area_at, city_at
from extractors.thai.venue_words import ANY, INSIDE, KIND, NAMELESS, OF_KING, OWN, PART, STOP, WIDTH

# ห้องประชุมนายแพทย์สมมติ ตั้งใจดี
_AFTER_PERSON = re.compile(rf"(?:ห้อง|หอ|อาคาร|ตึก)[ก-๎]*?(?:{HONORIFIC})[ก-๎]{{2,20}}$")
# ห้องประชุม ดร.สมมติ ตั้งใจดี: the room's name, where no post nor verb makes somebody of it that stands there.
_NAMED_AFTER = re.compile(
    rf"(?:{HONORIFIC}[ ]?)+[ก-๎]{{2,20}}[ ]{{1,2}}[ก-๎]{{2,22}}"
    rf"(?=\s*(?:\Z|[\n,.(]|เมื่อ|วัน|ใน|โดย|เวลา|ระหว่าง|ชั้น|อาคาร|ตึก|คณะ(?!ผู้|กรรม)|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|สถาบัน|สำนัก|ศูนย์|สภา))"
)
_BY_KING = re.compile(r"ณ [ก-๎]{2,14}")  # a surname that the king gave: … ณ อยุธยา
_NUMBER = re.compile(r"[\d/.,\-–]{1,9}(?:[A-Za-z]|st|nd|rd|th)?$")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d")
_MONTH = re.compile(
    r"\s(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|[ก-๛]{3,7}(?:คม|ยน|พันธ์)(?:\s|$))"
)
# Followed by a birthday: … 80 พรรษา 5 ธันวาคม 2550
_HONOURED = re.compile(r"(?:พรรษา|รอบ[ก-๛]*|เฉลิมพระเกียรติ\S*)$")
_BIRTHDAY = re.compile(r"\s?\d{1,2} (?:ธันวาคม|สิงหาคม|กรกฎาคม|เมษายน|มิถุนายน)(?: 25\d\d)?")
# A ministry has blanks in its name: กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม
_SCIENCE = re.compile(r"วิทยาศาสตร์,? วิจัย ?และ ?นวัตกรรม")
_ROYAL = re.compile(r"สมเด็จ[ก-๎]+")  # whom a hall of so many years honours: หอประชุม 100 ปี สมเด็จย่า
_WITHIN = re.compile(r"(?:ภาย)?ใน(?=พระบรม|พระราชวัง|ศาลาว่าการ|ทำเนียบ|บริเวณ|อาคาร|ตึก|โรงแรม|วัด|สวน|ศูนย์)\S+")
_UNIT = re.compile(r"(?:ปี|พรรษา|รอบ|ไร่|ทศวรรษ|ชั้น|ที่นั่ง)")
_AND_MORE = re.compile(r"และ\s?(?=\d|บางกอก|ศูนย์การประชุม|คอนเวน)")
_LATIN = re.compile(r"[A-Za-z][\w'&.@\-]*,?$|&$")
_LETTERS = re.compile(r"[ก-๛A-Za-z][ก-๛A-Za-z0-9\-.'’&]*$")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,4}$")
_ENVOY = re.compile(r"(?:สถานเอกอัครราชทูต|สถานทูต|สถานกงสุล)\S*$")
_AT_TOWN = re.compile(r"(?:ณ|ประจำ) ?(?:กรุง|นคร|เมือง)?\S+")
# A body that does something is no part of the place before it: ณ ศูนย์ประชุมลมโชย สมาคมตัวอย่าง ร่วมกับ…
_SUBJECT = re.compile(
    r"\s?(?:\([^()\n]{1,40}\)\s?)?(?:ร่วมกับ|ได้จัด|จัด(?:งาน|การ|กิจกรรม|ประชุม|พิธี)|ร่วม(?:กัน)?จัด)"
)
# A body that thinks or asks something begins a sentence: โรงเรียนพิจารณาแล้วเห็นว่า
_THINKS = re.compile(
    r"(?:โรงเรียน|วิทยาลัย|มหาวิทยาลัย|คณะ|สำนักงาน|สถาบัน|ศูนย์|สมาคม)(?:ฯ\s?)?(?:พิจารณา|จึง|ได้|ขอ(?!น)|เห็น|หวัง)"
)
_STREET = re.compile(r"บริเวณ\s?(?:ถ\.|ถนน(?!คนเดิน)|ซอย|แยก)")  # an address, as any other
_LIMITED = re.compile(
    r"\([ก-๎]{2,20}\)\s?จำกัด(?:\s?\(มหาชน\))?"
)  # within a company's name: … (ประเทศไทย) จำกัด
_GROUP = re.compile(r"\S{1,120}")  # bounded: no name is longer, but a text without blanks may be
_BLANK = re.compile(r"[^\S\n]{0,6}(?:\n[^\S\n]{0,6})?")
# What ends no place: a joint, a count of several, and words that point to one that was told.
_TAIL = re.compile(
    r"(?:\s[\d๐-๙][\d๐-๙,]*\s?(?:แห่ง|ราย|คน|จุด)(?:\s?(?:ใน|รวม))?|(?<=[ก-๎])(?:ว่า|ของ|ต่อไป)|\sรวม|(?<=แห่ง)ใน)\Z"
)
_NAMELIKE = 22  # letters: a longer group without a known word is a sentence


@dataclass
class _Reach:
    """How far a place was followed: text[start:end]."""

    start: int
    end: int
    width: int = 0  # of the widest part so far
    open: bool = True  # whether the last part's name may go on
    bare: bool = False  # whether the last group was the word of a part alone: โรงแรม
    shut: bool = False  # whether no other body can stand behind it
    number: bool = False  # whether the last group ended in a number
    person: bool = False  # whether it bears somebody's name, whose surname is still to come
    loose: int = 0  # groups since the last part


def kind_at(text: str, at: int) -> str | None:
    """The width of the part that begins at that offset: room, any, site, body, whole; None where none does.

    >>> kind_at("ห้องประชุม 1", 0), kind_at("กระทรวงยุติธรรม", 0), kind_at("เพื่อ", 0)
    ('room', 'whole', None)
    """
    found = PART.match(text, at)
    return KIND[found[0]] if found else None


def venue_at(text: str, at: int) -> int:
    """Where the place that begins at that offset ends; `at` itself where none does.

    >>> text = "ณ ห้องประชุม 2 ชั้น 3 โรงแรมทุ่งทอง แกรนด์ จังหวัดเลย โดยมี"
    >>> text[2 : venue_at(text, 2)]
    'ห้องประชุม 2 ชั้น 3 โรงแรมทุ่งทอง แกรนด์'
    """
    reach = _Reach(at, at)
    while reach.end - at < 250:
        blank = _BLANK.match(text, reach.end)
        assert blank is not None
        begin = blank.end()
        if begin >= len(text) or (reach.end > at and not blank[0] and text[begin] != "("):
            break
        if "\n" in blank[0] and not _wraps(text, begin, reach):
            break
        end = _group(text, begin, reach)
        if end is None:
            break
        reach.end = end
    return _trim(text, reach)


def _group(text: str, at: int, reach: _Reach) -> int | None:
    """Where the group at that offset ends, if it belongs to the place; None if not."""
    first = reach.end == reach.start
    if text[at] == "(":
        return _bracket(text, at, reach)
    if reach.end > at and not first:
        return None
    if (
        not first
        and _ENVOY.search(text, max(reach.start, reach.end - 40), reach.end)
        and (town := _AT_TOWN.match(text, at))
    ):
        reach.open = False
        return town.end()
    found = _GROUP.match(text, at)
    if found is None:
        return None  # more blanks than stand in a name
    group = found[0]
    if not first and (fixed := _fixed(text, at, reach)):
        return fixed
    if _NUMBER.match(arabic(group)) or arabic(group)[:1].isdigit():
        return _number(text, at, group, reach)
    if reach.number and (_UNIT.match(group) or group in "-–") and not reach.bare:
        reach.number = group in "-–"
        return _cut(text, at, found.end())
    if not first and (_AND_MORE.match(text, at)) and reach.loose < 3:
        return found.end() if group != "และ" else at + len(group)
    if group in (";", ",") and kind_at(text, found.end() + 1):
        return found.end()
    area = None if first else area_at(text, at) or city_at(text, at)
    if area and (not reach.bare or area.start > area.begin):
        return None
    if PART.match(text, at) and not (not first and STOP.match(text, at)):
        return _part(text, at, reach)
    return _loose(text, at, group, reach, first)


def _part(text: str, at: int, reach: _Reach) -> int | None:
    found = PART.match(text, at)
    assert found is not None
    kind = KIND[found[0]]
    width = WIDTH[kind]
    if reach.shut and width == 4:
        return None
    if 0 < width < reach.width and reach.width >= 3 and not (width == 2 and reach.width == 3):
        return None  # a narrower place behind a wide one is another
    group = _GROUP.match(text, at)
    assert group is not None
    end = _cut(text, at, group.end())
    if reach.end > reach.start and (
        (kind == "body" and _SUBJECT.match(text, end)) or _THINKS.match(text, at)
    ):
        return None
    reach.width = max(reach.width, width)
    reach.shut = found[0] in ("ทำเนียบ", "รัฐสภา", "กระทรวง")
    reach.bare = text[at:end] in NAMELESS and not (reach.loose and text[at:end] == "รีสอร์ท")
    reach.open = kind != "whole" or reach.bare
    reach.person = _AFTER_PERSON.match(text, at, end) is not None
    reach.number, reach.loose = arabic(text[end - 1 : end]).isdigit(), 0
    return end if end > at else None


def _number(text: str, at: int, group: str, reach: _Reach) -> int | None:
    plain = arabic(text[at : at + 40])
    if reach.end == reach.start or _CLOCK.match(plain) or _MONTH.match(plain, len(group)):
        return None
    if not (reach.open or reach.bare):
        return None
    end = _cut(text, at, at + len(group))
    reach.number, reach.bare = True, False
    return end


def _fixed(text: str, at: int, reach: _Reach) -> int | None:
    """What is part of a name though it looks like a date or the sentence going on."""
    if _HONOURED.search(text, max(reach.start, reach.end - 30), reach.end) and (
        day := _BIRTHDAY.match(arabic(text[at : at + 40]))
    ):
        return at + day.end()
    royal = _ROYAL.match(text, at) if text.endswith("ปี", reach.start, reach.end) else None
    if royal:
        return royal.end()
    if text.endswith("การอุดมศึกษา", reach.start, reach.end) and (ministry := _SCIENCE.match(text, at)):
        return ministry.end()
    within = _WITHIN.match(text, at) if reach.width <= 2 else None
    return _cut(text, at, within.end()) if within else None


def _loose(text: str, at: int, group: str, reach: _Reach, first: bool) -> int | None:
    """A group that no known word opens: the rest of a name, or the sentence going on."""
    if reach.person and (given := _BY_KING.match(text, at)):
        reach.person = False
        return given.end()
    if reach.person and len(group) <= _NAMELIKE and _LETTERS.match(group):
        reach.person = False
        return at + len(group)
    if reach.bare:
        reach.bare = False
        if reach.width <= 1 and (named := _NAMED_AFTER.match(text, at)):
            return named.end()
        end = _cut(text, at, at + len(group))
        reach.number = False
        if STOP.match(text, at) and not PART.match(text, at) and reach.width != 2:
            return None
        return end if end > at else None
    if STOP.match(text, at) or reach.loose >= 4:
        return None
    end = _cut(text, at, at + len(group))
    name = text[at:end]
    if not first and not (reach.open or name in districts()):
        return None
    if (
        not (_LETTERS.match(name) or _LATIN.match(name) or _ABBREVIATION.match(name))
        or len(name) > _NAMELIKE + 20 * first
    ):
        return None
    reach.loose += 1
    reach.number = False
    return end


def _bracket(text: str, at: int, reach: _Reach) -> int | None:
    """A bracket belongs to the place only where a further part stands behind it."""
    if limited := _LIMITED.match(text, at):
        return limited.end()
    close = text.find(")", at, at + 60)
    if close < 0 or reach.end == reach.start:
        return None
    behind = _BLANK.match(text, close + 1)
    assert behind is not None
    part = PART.match(text, behind.end())
    if part and reach.width >= 3 and 0 < WIDTH[KIND[part[0]]] < 3:
        return None
    if part is None or "\n" in behind[0] or STOP.match(text, behind.end()) or area_at(text, behind.end()):
        return None
    return close + 1 if behind[0] else None


def _cut(text: str, at: int, end: int) -> int:
    """The end of what belongs to the place in a group, where the sentence goes on without a blank."""
    for found in INSIDE.finditer(text, at + 1, end):
        own = OWN.get(found[0])
        if own is None or not own.search(text, max(0, found.start() - 60), found.start()):
            return found.start()
    return end


def _wraps(text: str, at: int, reach: _Reach) -> bool:
    """Whether a place goes on in the next line: its name is still to come, or a further part begins there."""
    if reach.bare:
        return STOP.match(text, at) is None
    kind = kind_at(text, at)
    if kind is None or STOP.match(text, at):
        return False
    last = text.find("\n", at)
    line = (last if last >= 0 else len(text)) - at
    if (
        (line <= 60 and WIDTH[kind] != 1)
        or kind == "any"
        or (kind == "site" and reach.width <= 1 and line <= 90)
    ):
        return True
    full = reach.end - text.rfind("\n", 0, reach.end) - 1
    return (
        65 <= full <= 125 and line <= full + 15 and WIDTH[kind] > reach.width
    )  # lines of a page, broken at its width


def _trim(text: str, reach: _Reach) -> int:
    end = reach.end
    while end > reach.start and (text[end - 1].isspace() or text[end - 1] in ",;-–และ"[:4]):
        end -= 1
    if text[reach.start : end].endswith(" และ"):
        end -= 4
    if tail := _TAIL.search(text, reach.start, end):
        end = tail.start()
    name = text[reach.start : end]
    return (
        reach.start
        if name in NAMELESS
        or _STREET.match(name)
        or (name.startswith(ANY) and not OF_KING.search(name))
        or name.endswith(("ที่", "ดังกล่าว"))
        else end
    )
