"""Personal names with the honorific before them, apart from the post before or after.

A name is an honorific, a given name and a surname; where the text has but the
given name (นายประเสริฐฯ, คุณแดงกล่าวว่า) the surname is None, and the reader
of the name may find whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.thai import posts
from extractors.thai.honorifics import BROTHER, FAMILIAR, HONORIFIC, MONK, ROYAL
from extractors.thai.likeness import likeness

Span = tuple[int, int]


@dataclass(frozen=True)
class Name:
    """Where a name stands: text[start:end], honorific and all."""

    start: int
    end: int
    honorific: Span | None
    given: Span
    surname: Span | None

    def value(self, text: str) -> str:
        """Given name and surname, one blank between."""
        last = self.surname or self.given
        return " ".join(text[self.given[0] : last[1]].split())


_LETTER = "[ก-ฮะ-ฺเ-ๅ็-๎]"  # without ฯ and ๆ, which abbreviate and repeat
_WORD = rf"[ก-ฮเ-ไ]{_LETTER}{{1,80}}"
# Surnames that the king gave with "ณ" (of) and a town: a closed list.
_OF = (
    r"ณ\s?(?:กาฬสินธุ์|จัมปาศักดิ์|เชียงใหม่|ตะกั่วทุ่ง|ตะกั่วป่า|ถลาง|นครพนม|นคร|น่าน|บางช้าง|ป้อมเพ็?ชร์?|พัทลุง|พิศณุโลก|มโนรม"
    r"|มหาชัย|มหาไชย|ร้อยเอ็จ|ราชสีมา|ระนอง|ลำปาง|ลำพูน|วิเชียร|สงขลา|สุโขทัย|หนองคาย|อยุธยา|อุบล|ภูเก็ต|ไทรบุรี)(?![ก-๎])"
)
# What begins no name: the words that follow a name, or look like one after นาย, นาง, คุณ.
_NOT = (
    r"กล่าว|เปิดเผย|เปิดงาน|เปิดการ|เปิดโครงการ|เผย(?=ว่า|ถึง|$)|ระบุ|ชี้แจง|แถลง|บรรยาย|เป็น|ได้(?!มาศ)|จะ(?!เด็จ)|ยัง(?=ได้|คง|กล่าว|มี)|และ|หรือ|ซึ่ง|ที่|โดย|เพื่อ|พร้อม(?=ด้วย|คณะ|ทั้ง|กับ|ผู้|กัน)"
    r"|ร่วม(?=ประชุม|งาน|พิธี|กัน|กับ|เป็น|ลงนาม|หารือ|แถลง|ใน|รับ|ให้|เปิด|กิจกรรม|เดิน|คณะ|เสวนา|อภิปราย|กล่าว|สังเกต|ชม|เยี่ยม|ตรวจ|มอบ|ต้อน|บรรยาย|พูด|พบ|ลง|ด้วย|ถ่าย|แสดง|ทำ|ติดตาม|พิจารณา|เวที|การ|$)"
    r"|เข้า(?=ร่วม|พบ|เยี่ยม|รับ|ตรวจ|มา|สู่)|มอบ(?=หมาย|นโยบาย|ราง|ทุน|ให้|แนว|$)|ให้(?=การ|เกียรติ|สัมภาษณ์|ความ|ข้อ|โอวาท|นโยบาย)|ลง(?=นาม|พื้นที่)|เดินทาง|ในฐานะ|ในนาม|ในการ|ในโอกาส|ในวัน"
    r"|นำ(?=คณะ|ทีม|โดย|เสนอ|พา)|ต้อนรับ|ประธาน|ประชุม|พิธี|คณะ|เมื่อ|วันที่|วันนี้|วันจันทร์|ระหว่าง|เวลา|ภายใต้|ภายหลัง|หลังจาก|สำหรับ|ตลอดจน|รวมทั้ง|รวมถึง|อาทิ|ได้แก่|ประกอบด้วย"
    r"|ทั้งนี้|นอกจาก|กิจกรรม|โครงการ|กำหนดการ|ข่าว|ภาพ|โทร|มี(?=ความ|การ|กิจกรรม|ภารกิจ|กำหนด|นโยบาย|ข้อ|มติ|หน้าที่|ผู้|คำสั่ง|นาย|นาง)|ไป(?=ยัง|ร่วม|เป็น|พบ)|ขอ(?=ขอบ|ให้|เชิญ|แสดง|ความ)"
    r"|กระทรวง|กรมการ|กรม(?=ประชา|ส่ง|วิชา|อนา|ชล|ที่ดิน|ทาง|สรรพ|ศุล)|สำนักงาน|สำนัก(?=การ|งาน|นวัต|วิชา)|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|วิทยาลัย|ศูนย์(?=การ|วิจัย|พัฒ|เรียน|ปฏิ|บริ)|สถาบัน|บริษัท|จังหวัด|อำเภอ|ตำบล|เทศบาล|องค์การ|สมาคม|มูลนิธิ"
    r"|ฝ่าย|ด้าน(?=การ|นาย|ความ|วิชา|บริ)|งาน(?=ฝึก|วิชา|บริ|นี้|ประชา)|จาก(?=ศูนย์|มหา|กรม|คณะ|โรง|สำนัก|สถา|บริษัท|กระทรวง|ภาค)|เจ้าหน้าที่|ประชาชน|บุคลากร|นักเรียน|นักศึกษา|นักวิชา|นักวิจัย|นักลง|ชุมชน|ผู้(?=[ก-ฮเ-ไ])|หน่วยงาน|ทีมงาน|ลงทะเบียน|รับประทาน"
    r"|อาจารย์|ศาสตราจารย์|ข้าราชการ|หัวหน้า|ที่ปรึกษา|รักษาการ|ตัวแทน|เลขา|ดำรงตำแหน่ง|ปฏิบัติ|สามารถ|ต้อง(?=การ|มี|ดำ)|ว่า(?![ก-๎])|ซ้าย|กลาง(?![ก-๎])|ติดตาม|ตรวจเยี่ยม|เยี่ยม(?=ชม|และ)|ประกาศ|ขึ้น(?=กล่าว|รับ|เป็น)|แต่ง(?=ตั้ง|กาย)|หารือ|เน้น(?=ย้ำ|ว่า)|ย้ำ|ดังกล่าว|ต่อ(?=ว่า|จาก|มา)|ขณะ|นี้|นั้น|พระ(?=เจ้า|บาท|บรม|องค์)|ทั้งหลาย|ทั้งสอง|ทุกท่าน|อายุ(?![ก-๎])|หมายเลข|ดังนี้|ตาม(?=ที่|นโย|หลัก)|ด้วย(?=การ|ความ)|ราย(?=ละ|งาน|การ)"
)
NO_NAME = re.compile(rf"(?:{_NOT})")
# Words that นาย, นาง and คุณ make with what follows them, and posts that begin with นายก.
_COMPOUND = re.compile(
    r"(?:นาย)(?:ก(?:รั[ฐม]|[เแโใไ]|มี|จะ|และ|ของ|ที่|ใน|ให้|คน|กล่าว|ยัง|ว่า|พร้อม|ไป|ได้|เทศ|สมาคม|สภา|องค์การ|เหล่า|เมือง|กิตติม|สโมสร|สมาพันธ์|ชมรม|พุทธ|อบ|ฯ|หญิง|รอง|ท่าน|(?![ก-๎]))|จ้าง|ทุน|ทะเบียน|หน้า(?!รถ)|ทหาร|ตำรวจ|อำเภอ"
    r"|ประกัน|ตรวจ|ช่าง|สถานี|ด่าน|ท้าย|เรือ(?!ง)|ร้อย|สิบ|ไปรษณีย์|วง(?!ศ์|ษ์)|หนังสือ|ไม้|ท่า(?=เรือ|อากาศ)|เหมือง|แบบ|สนาม|แพทย์(?=สาธารณสุข|เชี่ยวชาญ|ชำนาญ|ทรงคุณวุฒิ|ประจำ))"
    r"|นาง(?:(?:แบบ|พยาบาล|งาม|เอก|ฟ้า|รำ|สงกรานต์|นพมาศ|แม่|ไม้|เลิ้ง|รอง|ใน|น้ำ|สนม)(?![ก-๎])|บประ|านอ)|คุณ(?:ภาพ|ธรรม(?!รัตน|นูญ|ศักดิ์|วัฒน)|ค่า|วุฒิ|สมบัติ|ลักษณ|ประโยชน์|ูปการ|แม่|พ่อ|ครู|หมอ|ตา(?![ก-๎])|ยาย|ลุง|ป้า|น้า|พี่|อา(?![ก-๎])|งาม|ความ|หนู|ลูก|และ|ที่|คือ|จะ|ได้|ต้อง|มี(?![ก-๎])|เป็น|สามารถ|ผู้|ไม่|ๆ)"
    r"|แพทย์หญิง(?=และ|ที่)|อาจารย์(?:ประจำ|ที่|พิเศษ|ผู้|และ|ใหญ่|คณะ|ภาค|มหา|สาขา|จาก|ใน|ของ|เจ้าหน้า|บุคลา)|นายแพทย์(?:สาธารณสุข|เชี่ยวชาญ|ชำนาญการ|ทรงคุณวุฒิ|ประจำ)"
    r"|เภสัชกร(?:รม|ชำนาญ|เชี่ยว|ประจำ|ปฏิบัติ)|ทันตแพทย(?:ศา|สภา)|สัตวแพทย(?:ศา|สภา)|นายกอง(?:ค์|ทุน)"
)
# Glued to the end of a name.
_GLUED = re.compile(
    r"(?:กล่าว|เปิดเผย|ระบุว่า|เป็นประธาน|เป็นวิทยากร|เป็นผู้|รัฐมนตรี|ผู้อำนวยการ|รองผู้|ผู้ว่าราชการ|อธิบดี|ปลัดกระทรวง|เลขาธิการ|คณบดี|ประธานกรรม|ในฐานะ|พร้อมด้วย|พร้อมคณะ|และคณะ|และนาย|และนาง"
    r"|ได้(?=กล่าว|เน้น|ให้|รับ|นำ|มอบ|เปิด|เป็น|ชี้|ลง|ร่วม|เดิน|ย้ำ)|ยังได้|จะได้|มอบหมาย|ให้การต้อนรับ|ให้สัมภาษณ์|เข้าร่วม|ชี้แจงว่า|รองนายก|นายกรัฐมนตรี|นายกเทศ|นายกองค์|เพิ่มเติม|ย้ำว่า|เน้นย้ำ|ผู้ช่วย(?=รัฐ|ปลัด|ผู้|ศาส)|ศึกษานิเทศก์|ที่ปรึกษา|เลขานุการ|ตัวแทน)"
)
_WEAK = re.compile(r"(?:คุณ|อ\.|ศ\.|อาจารย์|นายแพทย์|แพทย์หญิง|เภสัชกร|(?:ทันต|สัตว)แพทย์|พว\.|ท่าน|สิบ|เรือ|จ่า)")
_BEFORE = re.compile(
    r"(?:มี|และ|กับ|โดย|ว่า|เผย|ของ|แก่|ให้|จาก|ด้วย|คือ|ด้าน|ถึง|เชิญ|รับ|แทน|ที่|ท่าน|พบ|แด่|เป็น|พร้อม|ขณะ|ประธาน|วิทยากร|ต่อ|ตาม|นำ|หลัง|หรือ|เยี่ยม|หา|ตั้ง|ได้แก่|อาทิ|ซึ่ง|ทั้ง|แล้ว|นี้|ฯ|ขอบคุณ|เลือก|นั้น|ส่ง|ส่วน|เชิญ)$"
)
_MENTION = re.compile(
    rf"(?P<royal>{ROYAL})|(?P<monk>{MONK})|(?P<brother>{BROTHER})|(?P<familiar>{FAMILIAR})|(?P<honorific>{HONORIFIC})|(?P<sir>ท่าน)"
)
_GAP = r"(?:[ ]{0,4}\n?[ ]{0,4})"
_GIVEN = re.compile(rf"{_GAP}(?P<word>{_WORD}(?:-{_WORD}){{0,2}})")
_NEXT = re.compile(
    rf"(?P<gap>[ ]{{1,4}}\n?[ ]{{0,4}}|\n[ ]{{0,4}})(?P<word>{_OF}|{_WORD}(?:-{_WORD}){{0,2}})(?!\.(?=[ก-๎]))"
)
_LATIN_NAME = re.compile(
    r"[ ]{0,3}(?P<first>[A-Za-z][A-Za-z.'’-]{0,40})(?P<rest>(?:[ ]{1,2}[A-Za-z][A-Za-z.'’-]{0,40}){0,5})"
)
_LATIN_POST = re.compile(
    r"(?i:of|from|and|the|director|ambassador|president|chief|executive|secretary|chair\w*|head|vice|deputy|senior|manager|ceo|governor|representative|minister|dean|professor|lecturer|faculty|university|department|consul|counsellor|advisor|for|in|at)\b"
)
_TITLE_ALONE = re.compile(
    r"(?:^|(?<=[\s(,มีดยละ]))(?:พระเดชพระคุณ\s?)?(?P<title>พระ(?!เดชพระ|บาท|บรม|ราชินี|องค์|เจ้า|นคร|มหา|ครู|ราชดำ)[ก-ฮเ-ไ][ก-๎]{4,30})(?=\s?(?:\([^()\n]{2,40}\)\s?)?\s(?:เจ้าอาวาส|เจ้าคณะ|รองเจ้าคณะ|ผู้ช่วยเจ้าอาวาส|ที่ปรึกษาเจ้าคณะ|กรรมการมหาเถร))",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"[ก-ฮ]{1,3}\.")
_COUNT = re.compile(r"[\d๐-๙]\s?(?=นาย\s)")
# อ. is a lecturer's (อาจารย์) and a district's (อำเภอ).
_DISTRICT = re.compile(r"อ\.\s?(?:เมือง|[ก-๎]+\s?(?:พระ|จ\.|จังหวัด|\d))")
_PARTICLE = re.compile(r"(?:de|da|dos|van|von|der|den|bin|binti|al|el|la|le|di|du|and)\b", re.ASCII)
_LIKELY = -1.0  # likeness that two words behind a familiar title must have
_RESPECTED = -4.0  # and behind one with คุณ, which stands before hardly anything but a name
LONGEST = 30  # code points of a surname; longer runs are words glued together


def find_names(text: str) -> list[Name]:
    """Every personal name with an honorific (or ท่าน, with surname), by place, none over another.

    >>> text = "โดยมีนายสมมติ  ตั้งใจดี ผู้อำนวยการกอง"
    >>> [(n.value(text), text[slice(*n.honorific)]) for n in find_names(text)]
    [('สมมติ ตั้งใจดี', 'นาย')]
    """
    names = list(_find(text))
    titled = [Name(m.start(), m.end(), None, m.span("title"), None) for m in _TITLE_ALONE.finditer(text)]
    if titled:
        taken = {place for name in names for place in range(name.start, name.end)}
        names += [name for name in titled if name.start not in taken]
        names.sort(key=lambda name: name.start)
    return names


def _find(text: str) -> Iterator[Name]:
    place = 0
    while mention := _MENTION.search(text, place):
        name = _read(text, mention)
        if name is None:
            place = mention.start() + 1
        else:
            yield name
            place = name.end


def _read(text: str, mention: re.Match[str]) -> Name | None:
    kind = mention.lastgroup
    if kind == "monk":
        word = _GIVEN.match(text, mention.end())
        return Name(mention.start(), word.end(), None, (mention.start(), word.end()), None) if word else None
    if kind != "familiar" and _COMPOUND.match(text, _last_word(mention)):
        return None
    if text[mention.end() - 1].isascii() and (name := _latin(text, mention)) is not None:
        return name
    return _thai(text, mention)


def _last_word(mention: re.Match[str]) -> int:
    """Where in a chain of honorifics the last of นาย, นาง, คุณ … begins."""
    return max(
        (mention.start() + m.start() for m in re.finditer("นาย|นาง|คุณ|อาจารย์|เภสัชกร|ทันต|สัตว", mention[0])),
        default=mention.start(),
    )


def _latin(text: str, mention: re.Match[str]) -> Name | None:
    found = _LATIN_NAME.match(text, mention.end())
    if found is None or (
        mention.start() and text[mention.start() - 1].isalpha() and text[mention.start() - 1].isascii()
    ):
        return None
    if _LATIN_POST.match(found["first"]):
        return None
    begin, end = found.span("first")
    last: Span | None = None
    for word in re.finditer(r"[A-Za-z][A-Za-z.'’-]*", text[found.end("first") : found.end()]):
        if _LATIN_POST.match(word[0]) or (
            found["first"][0].isupper() and word[0].islower() and not _PARTICLE.match(word[0])
        ):
            break
        last = (found.end("first") + word.start(), found.end("first") + word.end())
    if last is None:
        return None
    return Name(mention.start(), last[1], mention.span(), (begin, end), (text_start(text, end), last[1]))


def text_start(text: str, place: int) -> int:
    """The first place from `place` on that holds no white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _thai(text: str, mention: re.Match[str]) -> Name | None:
    given = _GIVEN.match(text, mention.end())
    if mention[0] == "นาย" and _COUNT.match(text, max(0, mention.start() - 2)):
        return None  # "9 นาย": nine men
    if mention[0].startswith("อ.") and given is not None and _DISTRICT.match(text, mention.start()):
        return None
    if given is None or NO_NAME.match(given["word"]) or posts.begins(text, given.start("word"), house=False):
        return None
    begin, end = given.span("word")
    cut = _GLUED.search(text, begin + 2, end)
    if cut:
        end = cut.start()
    if end - begin > LONGEST or end - begin < 2:
        return None
    surname = None if cut else _surname(text, end)
    weak = bool(mention.lastgroup in ("sir", "familiar") or _WEAK.match(mention[0]))
    least = _RESPECTED if mention[0].startswith("คุณ") else _LIKELY
    if mention.lastgroup == "familiar" and not _likely(text, (begin, end), surname, least):
        return None
    if not _stands_free(text, mention.start(), weak=weak) and not (
        surname and not weak and posts.begins(text, text_start(text, surname[1]))
    ):
        return None
    if surname is None and weak and mention.lastgroup != "brother" and not text.startswith("ฯ", end):
        return None
    honorific = None if mention.lastgroup == "sir" else mention.span()
    return Name(mention.start(), surname[1] if surname else end, honorific, (begin, end), surname)


def _likely(text: str, given: Span, surname: Span | None, least: float) -> bool:
    if surname is None:
        return False
    likely = likeness(text[slice(*given)], text[slice(*surname)].split()[0])
    return likely > least and not begins_later(text, surname, likely)


def begins_later(text: str, surname: Span, likely: float) -> bool:
    """Whether what was taken for a surname is rather the given name of what follows: a nickname stood before it."""
    following = _NEXT.match(text, surname[1])
    if following is None or NO_NAME.match(following["word"]) or posts.begins(text, following.start("word")):
        return False
    return likeness(text[slice(*surname)], following["word"]) > likely


def _stands_free(text: str, start: int, *, weak: bool) -> bool:
    """Whether what begins at `start` is no mere part of a longer Thai word."""
    before = text[max(0, start - 8) : start]
    if _ABBREVIATED.search(before) and _ABBREVIATED.match(text[start : start + 4]):
        return False  # "ม.จ." of "ก.ม.จ."
    if not before or not (
        before[-1].isalpha() or before[-1] in "ะาำฯ" or "ั" <= before[-1] <= "ฺ" or "็" <= before[-1] <= "๎"
    ):
        return before[-1:] != "." or not weak
    return bool(_BEFORE.search(before)) and not before.endswith(("เจ้าของ",))


def _surname(text: str, given_end: int) -> Span | None:
    """The surname after a given name that ends there: one word, or two where a post follows."""
    first = _NEXT.match(text, given_end)
    if first is None or not _may_be_surname(text, first):
        return None
    begin, end = first.span("word")
    if cut := _GLUED.search(text, begin + 3, end):
        return begin, cut.start()
    if end - begin > LONGEST:
        return None
    for _ in range(2):
        more = _NEXT.match(text, end)
        if more is None or "\n" in more["gap"] or len(more["gap"]) > 1 or not _may_be_surname(text, more):
            break
        if more.end() - more.start("word") > LONGEST or not _post_follows(text, more.end()):
            further = _NEXT.match(text, more.end())
            if not (
                further
                and len(more["word"]) < 8
                and len(further["word"]) < 8
                and _post_follows(text, further.end())
            ):
                break
        end = more.end()
    return begin, end


def _may_be_surname(text: str, word: re.Match[str]) -> bool:
    start = word.start("word")
    if NO_NAME.match(text, start) or posts.begins(text, start, house=False):
        return False
    other = _MENTION.match(text, start)
    if other is None or _COMPOUND.match(text, start):
        return True
    # A surname may begin as an honorific does (คุณปลื้ม, นางาม); a name does not stand in one word.
    return (
        other.lastgroup == "familiar"
        or bool(_WEAK.match(other[0]))
        or _GIVEN.match(text, other.end()) is None
    )


def _post_follows(text: str, place: int) -> bool:
    start = text_start(text, place)
    return start > place and posts.begins(text, start, house=False)
