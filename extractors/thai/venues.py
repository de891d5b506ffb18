"""How far the name of a place reaches: room, floor, building and site, written from the narrow to the wide.

Thai sets no comma and no capital, so the name is followed word group by word
group (a group is what stands between blanks): each must open a new part
(ชั้น, อาคาร, โรงแรม …), go on with the last one's name, or it ends the place.

To add a kind of place: a word in the tuple of its width in PARTS.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.thai.digits import arabic
from extractors.thai.gazetteer import districts
from extractors.thai.places import area_at, city_at

# From the narrow to the wide; a floor or a building may stand anywhere.
PARTS: dict[str, tuple[str, ...]] = {
    "room": (
        "ห้อง",
        "หอประชุม",
        "โถง",
        "ท้องพระโรง",
        "ฮอลล์",
        "ฮอล",
        "แกรนด์ฮอลล์",
        "แกรนด์บอลรูม",
        "บอลรูม",
        "เวที",
        "ลาน",
        "โดม",
        "ใต้ถุน",
        "หน้า",
        "ด้านหน้า",
        "บริเวณ",
        "ระเบียง",
        "มุม",
        "จุด",
        "บูธ",
        "ประตู",
        "ที่พัก",
        "Hall",
        "Grand",
        "Ballroom",
        "Room",
        "Meeting",
        "Auditorium",
        "Convention",
        "ออดิทอเรียม",
        "หอแสดง",
    ),
    "any": ("ชั้น", "อาคาร", "ตึก", "หมู่", "หมู่ที่", "ม.", "ปีก", "โซน", "วิทยาเขต", "ศูนย์ราชการ", "บ้าน"),
    "site": (
        "โรงแรม",
        "รร.",
        "รีสอร์ท",
        "ศูนย์",
        "หอ",
        "โรง",
        "ศาลา",
        "สนาม",
        "สวน",
        "วัง",
        "พระ",
        "พลับพลา",
        "มณฑลพิธี",
        "ท้องสนามหลวง",
        "ท่า",
        "สถานี",
        "สถาน",
        "ด่าน",
        "เขื่อน",
        "อ่างเก็บน้ำ",
        "ประตูระบายน้ำ",
        "ฝาย",
        "ตลาด",
        "ชุมชน",
        "ค่าย",
        "คลัง",
        "วัด",
        "มัสยิด",
        "โบสถ์",
        "อุโบสถ",
        "พิพิธภัณฑ์",
        "อุทยาน",
        "อนุสาวรีย์",
        "แหล่ง",
        "แปลง",
        "ไร่",
        "ฟาร์ม",
        "หาด",
        "เกาะ",
        "ถ้ำ",
        "น้ำตก",
        "ม่อน",
        "ดอย",
        "ภู",
        "อุโมงค์",
        "สะพาน",
        "คลอง",
        "ฐาน",
        "จวน",
        "ทัณฑสถาน",
        "เรือนจำ",
        "เมืองทองธานี",
        "ซิตี้",
        "อิมแพ็ค",
        "อิมแพค",
        "ไบเทค",
        "เซ็นทรัล",
        "เซ็นทารา",
        "สยาม",
        "พารากอน",
        "ไอคอน",
        "เดอะ",
        "เซ็นเตอร์",
        "รอยัล",
        "ทรู",
    ),
    "body": (
        "คณะ",
        "ภาควิชา",
        "กอง",
        "สำนัก",
        "สำนักงาน",
        "สนง.",
        "ศาล",
        "โรงพยาบาล",
        "รพ.",
        "โรงเรียน",
        "วิทยาลัย",
        "มหาวิทยาลัย",
        "ม.",
        "มทร.",
        "มรภ.",
        "จุฬาลงกรณ์",
        "สถาบัน",
        "เทศบาล",
        "องค์การ",
        "อบต.",
        "อบจ.",
        "ที่ว่าการ",
        "ที่ทำการ",
        "บริษัท",
        "บมจ.",
        "ธนาคาร",
        "สหกรณ์",
        "วิสาหกิจ",
        "สหประชาชาติ",
        "การ",
        "กศน.",
        "สพป.",
        "สพม.",
        "สพฐ.",
        "สกร.",
        "กลุ่ม",
        "สภา",
        "สมาคม",
        "มูลนิธิ",
        "ราชวิทยาลัย",
        "บัณฑิตวิทยาลัย",
        "นิคม",
    ),
    "whole": ("กระทรวง", "กรม", "ทำเนียบ", "รัฐสภา", "กองทัพ", "กองบัญชาการ", "ทบวง", "ศาลากลาง", "ศาลาว่าการ"),
}
_WIDTH = {"any": 0, "room": 1, "site": 2, "body": 3, "whole": 4}
_KINDS = sorted(((word, kind) for kind, words in PARTS.items() for word in words), key=lambda w: -len(w[0]))
_PART = re.compile("|".join(re.escape(word) for word, _ in _KINDS))
_KIND = dict(_KINDS)

# Words that are no place without the name in the next group.
_NAMELESS = frozenset(
    (
        "ห้อง",
        "ห้องประชุม",
        "หอประชุม",
        "อาคาร",
        "ตึก",
        "โรงแรม",
        "รร.",
        "รีสอร์ท",
        "ศูนย์",
        "วัด",
        "สนาม",
        "สวน",
        "โรงเรียน",
        "วิทยาลัย",
        "มหาวิทยาลัย",
        "ม.",
        "บ้าน",
        "คณะ",
        "สำนัก",
        "สำนักงาน",
        "บริษัท",
        "บมจ.",
        "ธนาคาร",
        "สถาบัน",
        "กระทรวง",
        "กรม",
        "ชั้น",
        "หมู่",
        "หมู่ที่",
        "รพ.",
        "โรงพยาบาล",
        "เทศบาล",
        "สหกรณ์",
        "วิทยาเขต",
        "ปีก",
        "โซน",
        "อบต.",
        "อบจ.",
    )
)

# What goes on with the sentence, so that the place has ended.
_STOP = re.compile(
    r"(?:โดย|เพื่อ|ซึ่ง|และ|พร้อม|ร่วม|กับ|ว่า|ที่(?!ว่าการ|ทำการ|พัก)|ทั้ง|ใน|เมื่อ|วัน(?=[ที่นี้อาจพศเส\s])|ระหว่าง|ตั้งแต่|เวลา|ภาย|หลัง|"
    r"ก่อน|จาก|ต่อ|ได้|มี|เป็น|จะ|จัด|ให้|รับ|กล่าว|เปิด|เข้า|การ(?!ไฟฟ้า|ประปา|รถไฟ|ท่า|เคหะ|กีฬา|ท่องเที่ยวแห่ง|ยางแห่ง|นิคม|ทาง)|ผู้|คณะ(?=ผู้|กรรมการ|ทำงาน|รัฐ|อนุ|ครู|ที่|ฯ|\s|$)|"
    r"นาย|นาง|น\.ส\.?|ดร\.?|พล\.|พล(?:เอก|โท|ตรี|ตำรวจ|เรือ|อากาศ)|พัน(?:เอก|โท|ตรี|ตำรวจ|จ่า)|พ\.|ร้อย|ว่าที่|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วย|รศ\.?|ผศ\.?|ศ\.|อาจารย์|"
    r"คุณ|ท่าน|หม่อม|ม\.ร\.ว|ม\.ล|ม\.จ|พระ(?:ครู|มหา|อาจารย์|ราช[^วน]|เทพ|ธรรม|พรหม)|นพ\.|พญ\.|น\.พ|รัฐมนตรี|รมว|รมช|รมต|รองนายก|รองอธิ|รอง|ปลัด|อธิบดี|อธิการ|ผอ|ผวจ|"
    r"เลขา|โฆษก|ประธาน|สมเด็จ|หัวหน้า|กรรมการ|ตาม|โอกาส|สำหรับ|เนื่อง|ด้วย|แก่|ถึง|แต่|หรือ|อาทิ|เช่น|คือ|อย่าง|ครั้งที่|ปี|พ\.ศ|ประจำ|นำ|พบ|"
    r"หารือ|ประชุม|แถลง|ลงพื้นที่|ตรวจ|เยี่ยม|มอบ|ชม|เชิญ|ขอ|ไม่|ทุก|ณ|ผ่าน|อีก|อยู่|ครู|นักเรียน|นักศึกษา|บุคลากร|เจ้าหน้าที่|ประชาชน|"
    r"ทำ(?!เนียบ)|สรุป|สาระ|รายละเอียด|ลงทะเบียน|สนใจ|สอบถาม|ติดต่อ|โทร|กำหนดการ|หมายเหตุ|ภาพ|ถ่ายภาพ|ข่าว|แล้ว|นั้น|นี้|ก็|เรื่อง|หัวข้อ|หลักสูตร|"
    r"โครงการ(?!ชลประทาน|หลวง|ส่งน้ำ)|กิจกรรม|งาน|พิธี|ระบบ|รูปแบบ|สิ้น|ครบ|ราว|ประมาณ|จำนวน|ของ|บน|ด้าน(?!หน้า|หลัง)|แบบ|"
    r"Zoom|ZOOM|Video|VDO|Facebook|Line|LINE|Online|online|Web|http|www|via|The\b|[-–—•*/|:=>#\"“”‘’'])"
)
# The same inside a group, where the writer set no blank.
_INSIDE = re.compile(
    r"โดย(?:มี|นาย|นาง|ได้|ใช้)|ซึ่ง|(?:เมื่อ|ใน|ระหว่าง)วัน|วันที่|เวลา\d|พร้อม(?:ด้วย|ทั้ง|กัน)|เพื่อ|และ(?:ผ่าน|ทาง|เข้า|ได้|ร่วม|มี|ให้|จัด|เป็น)|ผ่าน(?:ระบบ|ทาง)|ว่าการประชุม"
    r"|(?<!ก)จังหวัด|จ\.(?=[ก-๛]{2})|อำเภอ|อ\.(?=เมือง)|ตำบล|ต\.(?=[ก-๛]{2})|ถนน|ทั้งนี้|รวมทั้ง|ตลอดจน|จำนวน|[()\"“”]"
)
_CONSONANTS = re.compile(
    r"(?:^|[^ก-๎])[ก-ฮ]{1,4}$"
)  # of an abbreviation: สอจ. is a provincial office of industry
# Bodies whose own names hold such a word.
_OWN = {
    "เพื่อ": re.compile(
        r"(?:ดิจิทัล|ธนาคาร|ที่ดิน|มูลนิธิ|องค์กร|องค์การ|สถาบัน|ศูนย์|เทคโนโลยี|วิทยาลัย|กองทุน|สำนักงาน|ชีวภาพ|อาคาร)[ก-๛]{0,12}$"
    ),
    "จังหวัด": re.compile(
        r"(?:ศาลา|ส่วน|ประจำ|สำนักงาน|ศาล|ศูนย์|เรือนจำ|สนามกีฬา|สภา|หอประชุม|ห้อง|จวน|กองบังคับ|ตำรวจ|คลัง|ประชาคม|อบจ\.|อบ\.จ\.|ยุติธรรม|ภาค)[ก-๛0-9]{0,40}$"
    ),
    "อำเภอ": re.compile(
        r"(?:ที่ว่าการ|สำนักงาน|หอประชุม|ห้อง|ลาน|หน้า|ศาลา|ศูนย์|สถานี|เกษตร|ประจำ|กศน\.|สกร\.|สนาม)[ก-๛0-9]{0,30}$"
    ),
    "ตำบล": re.compile(r"(?:ส่วน|เทศบาล|สุขภาพ|สำนักงาน|ประจำ|ศูนย์|กศน\.|สกร\.|ชุมชน)[ก-๛0-9]{0,20}$"),
    "จ.": _CONSONANTS,
    "อ.": _CONSONANTS,
    "ต.": _CONSONANTS,
    "ถนน": re.compile(r"(?:^|คนเดิน|ท้าย|ปลาย|กลาง|ข้าง|หัว|ริม)$"),
}
# No place, but any of a kind: ณ สถานที่ต่าง ๆ
_ANY = ("สถานที่", "สถานประกอบการ", "ศาสนสถาน", "หน่วยบริการ", "จุดบริการ", "จุดให้บริการ", "โครงการ", "สำนักงานสาขา")
_NUMBER = re.compile(r"[\d/.,\-–]{1,9}(?:[A-Za-z]|st|nd|rd|th)?$")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d")
_MONTH = re.compile(
    r"\s(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|[ก-๛]{3,7}(?:คม|ยน|พันธ์)(?:\s|$))"
)
_HONOURED = re.compile(
    r"(?:พรรษา|รอบ[ก-๛]*|เฉลิมพระเกียรติ\S*)$"
)  # followed by a birthday: … 80 พรรษา 5 ธันวาคม 2550
_BIRTHDAY = re.compile(r"\s?\d{1,2} (?:ธันวาคม|สิงหาคม|กรกฎาคม|เมษายน|มิถุนายน)(?: 25\d\d)?")
_UNIT = re.compile(r"(?:ปี|พรรษา|รอบ|ไร่|ทศวรรษ|ชั้น|ที่นั่ง)")
_AND_MORE = re.compile(r"และ\s?(?=\d|บางกอก|ศูนย์การประชุม|คอนเวนชั่น)")
_LATIN = re.compile(r"[A-Za-z][\w'&.@\-]*,?$|&$")
_LETTERS = re.compile(r"[ก-๛A-Za-z][ก-๛A-Za-z0-9\-.'’&]*$")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,4}$")
_ENVOY = re.compile(r"(?:สถานเอกอัครราชทูต|สถานทูต|สถานกงสุล)\S*$")
_AT_TOWN = re.compile(r"(?:ณ|ประจำ) ?(?:กรุง|นคร|เมือง)?\S+")
_GROUP = re.compile(r"\S+")
_BLANK = re.compile(r"[ \t]{0,3}(?:\n[ \t]{0,3})?")
_NAMELIKE = 22  # letters: a longer group without a known word is a sentence


@dataclass
class _Reach:
    """How far a place was followed: text[start:end]."""

    start: int
    end: int
    width: int = 0  # of the widest part so far
    open: bool = True  # whether the last part's name may go on
    bare: bool = False  # whether the last group was the word of a part alone: โรงแรม
    number: bool = False
    loose: int = 0  # groups since the last part


def kind_at(text: str, at: int) -> str | None:
    """The width of the part that begins at that offset: room, any, site, body, whole; None where none does.

    >>> kind_at("ห้องประชุม 1", 0), kind_at("กระทรวงยุติธรรม", 0), kind_at("เพื่อ", 0)
    ('room', 'whole', None)
    """
    found = _PART.match(text, at)
    return _KIND[found[0]] if found else None


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
        if begin >= len(text) or (reach.end > at and not blank[0]):
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
    assert found is not None
    group = found[0]
    if not first and (more := _honoured(text, at, reach)):
        return more
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
    if _PART.match(text, at) and not (not first and _STOP.match(text, at)):
        return _part(text, at, reach)
    return _loose(text, at, group, reach, first)


def _part(text: str, at: int, reach: _Reach) -> int | None:
    found = _PART.match(text, at)
    assert found is not None
    kind = _KIND[found[0]]
    width = _WIDTH[kind]
    if 0 < width < reach.width and reach.width >= 3 and not (width == 2 and reach.width == 3):
        return None  # a narrower place behind a wide one is another
    group = _GROUP.match(text, at)
    assert group is not None
    end = _cut(text, at, group.end())
    reach.width = max(reach.width, width)
    reach.bare = text[at:end] in _NAMELESS and not (reach.loose and text[at:end] == "รีสอร์ท")
    reach.open = kind != "whole" or reach.bare
    reach.number, reach.loose = arabic(text[end - 1 : end]).isdigit(), 0
    return end if end > at else None


def _number(text: str, at: int, group: str, reach: _Reach) -> int | None:
    plain = arabic(text[at : at + 40])
    if reach.end == reach.start or _CLOCK.match(plain) or _MONTH.search(plain, len(group), len(group) + 12):
        return None
    if not (reach.open or reach.bare):
        return None
    end = _cut(text, at, at + len(group))
    reach.number, reach.bare = True, False
    return end


def _honoured(text: str, at: int, reach: _Reach) -> int | None:
    """A birthday in the name of a building, that is no date of the event."""
    if not _HONOURED.search(text, max(reach.start, reach.end - 30), reach.end):
        return None
    day = _BIRTHDAY.match(arabic(text[at : at + 40]))
    return at + day.end() if day else None


def _loose(text: str, at: int, group: str, reach: _Reach, first: bool) -> int | None:
    """A group that no known word opens: the rest of a name, or the sentence going on."""
    if reach.bare:
        reach.bare = False
        end = _cut(text, at, at + len(group))
        reach.number = False
        if _STOP.match(text, at) and not _PART.match(text, at) and reach.width != 2:
            return None
        return end if end > at else None
    if _STOP.match(text, at) or reach.loose >= 4:
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
    close = text.find(")", at, at + 60)
    if close < 0 or reach.end == reach.start:
        return None
    behind = _BLANK.match(text, close + 1)
    assert behind is not None
    part = _PART.match(text, behind.end())
    if part and reach.width >= 3 and 0 < _WIDTH[_KIND[part[0]]] < 3:
        return None
    if part is None or "\n" in behind[0] or _STOP.match(text, behind.end()) or area_at(text, behind.end()):
        return None
    return close + 1 if behind[0] else None


def _cut(text: str, at: int, end: int) -> int:
    """The end of what belongs to the place in a group, where the sentence goes on without a blank."""
    for found in _INSIDE.finditer(text, at + 1, end):
        own = _OWN.get(found[0])
        if own is None or not own.search(text, max(0, found.start() - 60), found.start()):
            return found.start()
    return end


def _wraps(text: str, at: int, reach: _Reach) -> bool:
    """Whether a place goes on in the next line: a short line, or a floor or a building."""
    kind = kind_at(text, at)
    if kind is None or _STOP.match(text, at):
        return False
    line = text.find("\n", at)
    length = (line if line >= 0 else len(text)) - at
    return (
        (length <= 60 and _WIDTH[kind] != 1)
        or kind == "any"
        or (kind == "site" and reach.width <= 1 and length <= 90)
    )


def _trim(text: str, reach: _Reach) -> int:
    end = reach.end
    while end > reach.start and (text[end - 1].isspace() or text[end - 1] in ",;-–และ"[:4]):
        end -= 1
    if text[reach.start : end].endswith(" และ"):
        end -= 4
    return reach.start if text.startswith(_ANY, reach.start) or text[reach.start : end].endswith("ที่") else end
