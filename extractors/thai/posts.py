"""Posts: where the post beside a name begins and ends.

Add a post: its first word to _HEADS. Add a body that may go on after a blank
("รองคณบดี คณะประมง"): to _BODIES. Add a verb that ends a post: to _VERBS,
where it may be glued to the post before it.
"""

from __future__ import annotations

import re

# Before the post proper: deputy, assistant, former, acting.
_BEFORE = (
    r"(?:อดีต|รอง|ผู้ช่วย|ว่าที่|รักษาการ(?:แทน|ในตำแหน่ง)?|รักษาราชการ\s?(?:แทน|การแทน|ในตำแหน่ง)?"
    r"|รรท\.|รก\.|ปฏิบัติ(?:หน้าที่(?!ประธาน)|ราชการ)(?:แทน)?|หัวหน้าคณะ|คณะ(?=ที่ปรึกษา|ทำงาน)|ปฏิบัติการ)\s?"
)
_HEADS = (
    r"รัฐมนตรี|นายกรัฐมนตรี|นายก(?=สภา|สมาคม|เทศมนตรี|องค์การ|สมาพันธ์|สโมสร|เหล่า|เมือง|กิตติ|พุทธ|\s?อบ[จต]|\s?อ\.บ\.|ฯ)",
    r"ปลัด|อธิบดี|อธิการ(?:บดี)?|คณบดี|คณบดี|ผู้อ(?:ำ|า|ํา)นวยการ|ผู้ว่า(?:การ|ราชการ|ฯ)?|ผู้จัดการ|ผู้ตรวจ|ผู้บัญชาการ|ผู้บังคับ",
    r"ผู้กำกับ|ผู้แทน|ผู้เชี่ยวชาญ|ผู้ชำนาญ|ผู้ทรงคุณวุฒิ|ผู้พิพากษา|ผู้ประสาน|ผู้ก่อตั้ง|ผู้ใหญ่บ้าน|ผู้นำ|ผู้บริหาร|ผู้รับใบอนุญาต|ผู้ช่วย",
    r"กรรมการ|กรรมาธิการ|อนุกรรมการ|ที่ปรึกษา|ทีมที่ปรึกษา|คณะที่ปรึกษา|คณะทำงาน|เลขาธิการ|เลขานุการ|เลขา|อุปนายก|อุปทูต|อุปนายิกา",
    r"รักษา(?:การ|ราชการ)\s?(?:แทน|ในตำแหน่ง)|โฆษก|เจ้ากรม|เสนาธิการ|ราชเลขา(?:ธิการ|นุการ)|กรมวังผู้ใหญ่|สมุหราชองครักษ์|ภริยา|คู่สมรส|หัวหน้า|นายอำเภอ|เจ้าแขวง|เอกอัครราชทูต|อัครราชทูต|กงสุล|ทูต|สมาชิก|องคมนตรี|ประธานาธิบดี|มุขมนตรี|อัยการ|ตุลาการ",
    # "ประธาน" alone is a post; the chair of an opening or a meeting is a role.
    r"ประธาน(?!\s?(?:เปิด|ปิด|ใน|พิธี|การ|กล่าว|ฝ่าย(?:สงฆ์|ฆราวาส)|จัด|ที่ประชุม|มอบ|เป็น|ประชุม|ร่วม|งาน|แถลง))",
    r"นัก(?!เรียน|ศึกษา|ข่าว)|นักข่าว(?=อิสระ|\s|$)|[ก-๎]{2,8}แพทย์(?=[\sก-๎]|\Z)|วิศวกร|สถาปนิก|พยาบาล|แพทย์|นายแพทย์|ทันตแพทย์|เภสัชกร|ครู|อาจารย์|ศึกษานิเทศก์|ศึกษาธิการ|วิทยาจารย์",
    r"ข้าราชการ|เจ้าหน้าที่|เจ้าพนักงาน|พนักงาน|บรรณารักษ์|บรรณาธิการ|นิติกร|จเร(?=ตำรวจ|ทหาร|ทั่วไป)|ศิลปิน|เจ้าของ|เจ้าอาวาส|เจ้าคณะ|ราชบัณฑิต",
    r"นายทะเบียน|นายช่าง|นายสถานี|สัสดี|กำนัน|ปราชญ์(?=ชาว|ท้องถิ่น|เกษตร|ด้าน)|ตัวแทน|ช่าง(?=ทอ|ไม้|ปั้น|ตี|เงิน|ทอง|ซ่อม|ภาพ|ฟ้อน|แกะ|เทคนิค)|ภูมิปัญญา|ภัณฑารักษ์|ล่าม|เกษตรกร|นายทหาร|นายตำรวจ|สารวัตร|บรรณาธิการ|ท้องถิ่น(?:จังหวัด|อำเภอ)",
    r"(?:พัฒนาการ|เกษตร|อุตสาหกรรม|พาณิชย์|วัฒนธรรม|แรงงาน|สาธารณสุข|ประชาสัมพันธ์|คลัง|ประมง|ปศุสัตว์|สหกรณ์|โยธาธิการ|ป้องกัน"
    r"|สถิติ|พลังงาน|จัดหางาน|ประกันสังคม|สรรพากร|ขนส่ง|เหล่ากาชาด)(?=จังหวัด|อำเภอ|พื้นที่)",
    r"รมว\.|รมช\.|รมต\.|ผอ\.|ผวจ\.|ผบ(?:\.|(?![ก-๎]))|ส\.?ส\.|ส\.?ว\.|ส[สว](?:\.|(?![ก-๎]))|สจ\.|ปธ\.|นรม\.|ผบ[กช]\.|ผกก\.|สวญ\.|นอภ\.|รอง\s?ผอ\.",
    r"ศน\.|ศธ[จภ]\.|สสจ\.|พมจ\.|รองฯ|เลขาฯ|ปลัดฯ|เหรัญญิก|ภัณฑารักษ์|ปฏิคม|ภูมิปัญญา|ทายาท|โค้ช|เทรดเดอร์|นายกเล็ก|ช่าง(?=ทอ|ไม้|ปั้น|ภาพ|เสริม|เทคนิค)|นักกีฬา|ศิษย์เก่า|วิทยากร(?=อิสระ|กระบวนการ)",
    r"(?i:director|president|vice|deputy|minister|ambassador|secretary|chair|head of|dean|professor)",
    r"(?i:lecturer|manager|ceo|chief)",
)
_BODIES = (
    r"กระทรวง|ทบวง|กรม(?!การ(?!ค้า|ขนส่ง|ปกครอง|ท่องเที่ยว|จัดหา|แพทย์|พัฒนา|ข้าว|ศาสนา))|สำนัก|สนง\.|สถาบัน|สถานี|สถานเอก|สถานทูต|สถานกงสุล|ศูนย์|กอง(?!ทุน)|กองทุน",
    r"มหาวิทยาลัย|ม\.|มทร\.?|มรภ\.?|จุฬาลงกรณ์?มหา|วิทยาลัย|วิทยาเขต|ภาควิชา|สาขา|หลักสูตร|โรงเรียน|รร\.|โรงพยาบาล|รพ\.?(?:สต\.)?|โครงการ",
    r"คณะ(?=วิทยา|ศึกษา|มนุษย|บริหาร|แพทย|พยาบาล|เภสัช|ศิลป|สังคม|รัฐ|นิติ|เกษตร|ประมง|วน|สัตว|วิศว|สถาปัต|เทคโน|อุตสาห|เศรษฐ"
    r"|พาณิชย|ครุ|การ|นิเทศ|วารสาร|โบราณ|อักษร|จิต|ทันต|สาธารณ|สหเวช|พัฒนา|สิ่งแวด|พล|ดิจิ|เทคนิค)",
    r"ฝ่าย|ด้าน|เขต(?!พื้นที่จัด)|แขวง|ส่วน(?=งาน|ภูมิ|กลาง|ส่งเสริม|บริหาร)|จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|เทศบาล|องค์การ|องค์กร|อบต\.?|อบจ\.?|แผนก|หน่วย",
    r"กลุ่ม(?=งาน|สาระ|นิเทศ|บริหาร|วิจัย|นโยบาย|อำนวย|พัฒนา|ตรวจสอบ|ส่งเสริม|แผน|บริษัท)|ประจำ|แห่ง(?=ชาติ|ประเทศ|จุฬา)|ประเทศ|ราชอาณาจักร|สาธารณรัฐ|สหรัฐ",
    r"บริษัท|บมจ\.|บจก\.|จำกัด|ธนาคาร|การ(?=ไฟฟ้า|ประปา|นิคม|รถไฟ|ท่าเรือ|ท่องเที่ยวแห่ง|กีฬาแห่ง|เคหะ|ทางพิเศษ|ยางแห่ง|ยาสูบ|อุดมศึกษา)|สภา|วุฒิสภา|รัฐสภา",
    r"กรุงเทพมหานคร|[ก-ฮ]{1,4}\.(?![ก-ฮ\s]\.)(?=[\s)]|$)|[A-Za-z]",
    r"หอสมุด|ห้องสมุด|พิพิธภัณฑ์|สมาคม|มูลนิธิ|ชมรม|เครือข่าย|สหกรณ์|หอการค้า|ตำรวจ|กองทัพ|กองบัญชาการ|สถ\.|สพป\.?|สพม\.?|สพฐ\.?|สอศ\.?|สศศ\.?|กศน\.?|สกร\.?|สป\.?|สสวท\.?|ป\.ป\.ส\.|อว\.|ศธ\.",
    r"รักษา(?:การ|ราชการ)|ปฏิบัติ(?:หน้าที่(?!ประธาน)|ราชการ)|คศ\.|ระดับ(?=ชำนาญ|เชี่ยว|สูง|ต้น)|ชำนาญการ|เชี่ยวชาญ|ทรงคุณวุฒิ|อาวุโส|คนที่|วุฒิ|ภาค(?=[\dก]|เหนือ|ใต้|ตะวัน|กลาง)|\d{1,2}(?=\s|$)",
    # Bodies whose own names have a blank.
    r"วิทยาศาสตร์(?=\s?วิจัย|\s?และ|\s?เทคโนโลยี)|วิจัยและนวัตกรรม|ติดตาม|(?:ศาสนา\s)?ศิลปะและวัฒนธรรม|งาน(?=[ก-๙])",
)
# Where a body stands instead of a post ("ดร.… คณะประมง"), what needs no post before it.
_HOUSE = (
    r"มหาวิทยาลัย|ม\.|มทร|มรภ|จุฬาลงกรณ|วิทยาลัย|คณะ(?!ผู้|ครู|กรรม|บุคลากร|อาจารย์|นัก|ทำงาน|วิทยากร|เจ้าหน้า|ที่|สื่อ|รัฐมนตรี|ทูต|อนุ|สงฆ์)"
    r"|ภาควิชา|สาขา(?:วิชา)?|สถาบัน|ศูนย์|โรงเรียน|โรงพยาบาล|สำนัก|กรม(?!การ)|กระทรวง|บริษัท|สมาคม|มูลนิธิ|งาน(?=ฝึก|วิชา|บริหาร)|ฝ่าย"
    r"|กลุ่มงาน|กองทุน|กอง(?=การ|แผน|กลาง|บริ)|สพ[ปฐม]|ธนาคาร|สภา(?=อุต|หอ|วิชา|การ)|เครือข่าย|ชมรม|(?i:faculty|department|university|school|institute|center|centre)"
)
# Verbs and joints that end a post, also where no blank stands before them.
_VERBS = (
    r"(?:ได้|จะ|ก็|ซึ่ง|ยัง|และ|ร่วม|มา|ทำหน้าที่|ในฐานะ|ใน|ถูก)*(?:เป็น|ให้เกียรติ)(?=\s?(?:องค์|รอง)?ประธาน|ผู้|วิทยากร|หัวหน้า|ตัวแทน|เจ้าภาพ|สักขี|เกียรติ|พยาน|โฆษก|กรรมการ|มา|มอบ)",
    r"\sประธาน(?=เปิด|ใน|พิธี|การ|กล่าว)|ในฐานะ|ในนาม|ในโอกาส|ในการ(?=ประชุม|นี้|ลงพื้นที่)|เมื่อวัน|วันที่|วันนี้",
    r"(?:ได้|จะ|ร่วม|เพื่อ)?(?:กล่าว(?=ว่า|ถึง|ต้อนรับ|เปิด|ราย|ต่อ|เพิ่ม|ใน|แสดง|ขอบ|คำ|สุน|ถ้อย|ปาฐ|ชี้|ให้|เชิญ|ภาย|ย้ำ|เสริม|ความ|วัตถุ|\s|$)|เปิดเผย(?!ข้อมูล)|เผย(?=\s|ว่า|ผล|พล|นาย|นาง|ภาย|ถึง)|ชี้แจง|แถลง(?=ข่าว|ผล|ว่า|ต่อ)|ระบุว่า|ย้ำว่า|เน้นย้ำ|สรุป(?=สาระ|ผล))",
    r"(?:ได้|จะ)?ให้(?=การต้อนรับ|เกียรติ|สัมภาษณ์|ภาษณ์|ความรู้|ข้อมูล|ข้อคิด|นโยบาย|โอวาท)|(?:ร่วม)?ต้อนรับ|เฝ้า|รับเสด็จ",
    r"(?:ได้|จะ|มี|ร่วม)?(?:เข้าร่วม|เข้าพบ|เข้าเยี่ยม|เข้ารับ|เข้าตรวจ|มอบหมาย|มอบนโยบาย|ลงนาม|ลงพื้นที่|เดินทาง|นำคณะ|นำทีม|เยี่ยมชม|เยี่ยมและ|ตรวจเยี่ยม|(?<!ผู้)(?<!กอง)ตรวจราชการ(?=จังหวัด|ใน|พื้นที่)|บรรยาย(?!ไทย)|หารือ|ดำเนินรายการ|เดินหน้า)",
    r"ร่วม(?=ประชุม|งาน|พิธี|กัน|เป็น|ลงนาม|หารือ|แถลง|ใน|รับ|ให้|เปิด|กิจกรรม|เดินทาง|คณะ|เสวนา|อภิปราย|กล่าว|สังเกต|ชม|เยี่ยม|ตรวจ|มอบ|บรรยาย|พูด|พบ|ลงพื้น|ด้วย|ถ่าย|แสดง|ทำ|ติดตาม|พิจารณา|เวที|สัก)",
    r"พร้อม(?=ด้วย|คณะ|ทั้ง|กับ|บรรยาย|กล่าว|มอบ|ผู้|ทีม|เจ้าหน้าที่)|โดย(?=มี|ได้|การ|เฉพาะ|ใน|ช่วง|ที่|\s)|\sโดย|ซึ่ง|ตลอดจน|รวมทั้ง|รวมถึง|อีกทั้ง|นอกจาก|ทั้งนี้|เพื่อ(?!การ|คน|เศรษฐกิจ|สังคม|สุข|พัฒนา|ความ)",
    r"(?<!พัฒนาครู)และ(?=คณะ(?!ที่ปรึกษา|กรรมการ(?:การ|สภา))|เจ้าหน้าที่|ผู้บริหาร(?!การ)|ผู้ที่|ผู้เกี่ยว|ผู้แทน|ผู้มี|ผู้เข้า|ตัวแทน|หน่วยงาน|บุคลากร|ข้าราชการ|นักเรียน|นักศึกษา|ประชาชน|ทีม|ภาคี|ได้|มี|เป็น|ร่วม|ให้|บรรยาย)",
    r"(?:ได้|จะ)(?=รับ|กล่าว|เป็น|ให้|นำ|ร่วม|เปิด|มอบ|ลง|เดิน|จัด|เข้า|มี|ประชุม|ติดตาม|เน้น|ดำเนิน|แสดง|ไป|ชี้|พบ|หารือ)|\sได้|(?<!ราย)ได้(?=\s)|ออกมา|กำชับ(?=ให้|ทุก)|มีนโยบาย|\sติดตามความ|\sจะ|\sมี(?=ผู้|ครู)|มี(?=กำหนดการ|ภารกิจ|กำหนด)",
)
_STOP = re.compile(
    rf"{'|'.join(_VERBS)}|[“”\"‘’;:•]|,(?!\s?[A-Za-z])|\sณ\s(?!กรุง(?!เทพ))|\s[-–]\s|ฯลฯ|\.{{2,}}|\s{{3,}}|\d{{1,2}}[.)]\s",
    re.ASCII,
)
POST = rf"(?:{_BEFORE})*(?:{'|'.join(_HEADS)})"
_POST = re.compile(POST)
_HOUSE_START = re.compile(_HOUSE)
_MORE = re.compile("|".join(_BODIES))
_AND_POST = re.compile(
    r"และ\s?(?:รัฐมนตรี|โฆษก|เลขานุการ|รักษา(?:การ|ราชการ)|หัวหน้า(?=สำนัก|กลุ่ม|ภาค))|และ(?:พัฒนา|ประเมิน|นวัตกรรม|เทคโนโลยี)"
)
_LATIN = re.compile(
    r"[A-Za-z](?:(?!(?<=[a-z]{3})\. (?=[A-Z])|, (?:during|on|at|revealed|and (?:Miss|M(?:rs?|s)\.|Dr\.)) )"
    r"(?:[A-Za-z0-9 ,.&'/–-]|\([^()\n]{0,80}\)))*(?:[A-Za-z]|(?<=\)))"
)
_BRACKET = re.compile(r"\s?\([^()\n]{1,80}\)")
_KEPT = re.compile(r"\s?\(\s?(?:องค์การ)?มหาชน\s?\)")
# After these the post goes on, whatever comes: the company's name, the minister who is advised.
_GOES_ON = re.compile(r"(?:บริษัท|บมจ\.|บจก\.|(?:รักษา|ราช)การแทน)\Z")
_OF_MINISTER = re.compile(r"รม[วช]\.|รมต\.|รัฐมนตรี|นายกรัฐมนตรี|ปลัด")
_ADVISES = re.compile(r"(?:ที่ปรึกษา|เลขานุการ|คณะทำงาน)\Z")
_TAIL = re.compile(r"(?:\s|,|และ|พร้อมด้วย|พร้อม|กับ|ร่วม|โดย(?:มี)?|ตลอดจน|ท่าน|คือ|ด้าน|จาก|-|/)+$")
# Words that a post is glued to, where a blank should be.
_GLUED_TO = (
    "ท่าน",
    "ด้วย",
    "ที่",
    "จาก",
    "โดย",
    "มี",
    "และ",
    "กับ",
    "ด้วย",
    "ให้",
    "กล่าว",
    "ของ",
    "นำโดย",
    "ต้อนรับ",
    "ว่า",
    "เผย",
    "เชิญ",
)
_CHAIRS = re.compile(r"\s?(?:ได้|จะ)?(?:เป็น|ทำหน้าที่)ประธาน")
LONGEST = 260  # code points of a post; the longest in 6,000 news items has 214


def begins(text: str, start: int, *, house: bool = True) -> bool:
    """Whether a post, or where `house` the body someone belongs to, begins at that place.

    >>> begins("รองผู้อำนวยการสำนัก", 0), begins("เป็นประธานการประชุม", 0)
    (True, False)
    """
    return bool(_POST.match(text, start) or (house and _HOUSE_START.match(text, start)))


def reaches(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """The post that begins at `floor` or behind it and reaches to `end`; None where none does.

    >>> text = "ท่านอธิการบดี ใจดี"
    >>> reaches(text, 0, 14)
    (4, 13)
    """
    while end > floor and text[end - 1] == " ":
        end -= 1
    for begun in _POST.finditer(text, floor, end):
        if _opens(text, begun.start()) and ends(text, begun.start(), end) == end:
            return begun.start(), end
    return None


def _opens(text: str, start: int) -> bool:
    """Whether a post may begin there: at a word's start, or behind a word that one is glued to."""
    before = text[max(0, start - 12) : start]
    return not before or before[-1] in ' \n(“",-' or before.endswith(_GLUED_TO)


def ends(text: str, start: int, limit: int) -> int:
    """Where the post that begins at `start` ends, before `limit` at the latest.

    A trailing abbreviation in brackets is not of the post, nor is what the
    person did, nor the next in a list:

    >>> text = "รองผู้อำนวยการกอง กรมตัวอย่าง (กต.) เป็นประธานเปิด"
    >>> text[:ends(text, 0, len(text))]
    'รองผู้อำนวยการกอง กรมตัวอย่าง'
    """
    line = text.find("\n", start)
    limit = min(limit, start + LONGEST, line if line >= 0 else len(text))
    if latin := _LATIN.match(text, start, limit):
        after = _chunk(text, latin.end(), limit)
        return after if after is not None and _MORE.match(text[latin.end() : after].lstrip()) else latin.end()
    begun = _POST.match(text, start) or _HOUSE_START.match(text, start)
    stop = _STOP.search(text, begun.end() if begun else start, limit)
    limit = stop.start() if stop else limit
    # "รอง ผอ.เขต": the post's own first words may hold a blank.
    place = _chunk(text, max(start, begun.end() - 1) if begun else start, limit)
    while place is not None and place < limit:
        further = _further(text, place, limit)
        if further is None:
            break
        place = further
    end = limit if place is None else place
    return start + len(_TAIL.sub("", text[start:end]))


def _chunk(text: str, start: int, limit: int) -> int | None:
    """The end of the run without blanks, over leading blanks and brackets glued on both sides."""
    place = start
    while place < limit and text[place] == " ":
        place += 1
    if place >= limit:
        return None
    while place < limit and text[place] != " ":
        if text[place] == "(":
            bracket = _BRACKET.match(text, place, limit)
            if bracket is None or not (bracket.end() < limit and text[bracket.end()] not in " ,/"):
                return bracket.end() if bracket and _KEPT.match(text, place) else place
            place = bracket.end()
        elif text[place] == ")":
            return place
        else:
            place += 1
    return place


def _further(text: str, place: int, limit: int) -> int | None:
    """Where the post ends if it goes on after the blank at `place`; None where it does not."""
    bracket = _BRACKET.match(text, place, limit)
    if bracket:
        if kept := _KEPT.match(text, place, limit):
            return kept.end()
        after = bracket.end()
        glued = after < limit and text[after] not in " ,"
        if glued or (after + 1 < limit and _MORE.match(text, after + 1)):
            return _chunk(text, after, limit)
        return None
    start = place
    while start < limit and text[start] == " ":
        start += 1
    if start >= limit:
        return None
    end = _chunk(text, start, limit)
    told = text[max(0, place - 12) : place]
    if _MORE.match(text, start, limit) or _AND_POST.match(text, start, limit) or _GOES_ON.search(told):
        return end
    if _ADVISES.search(told) and _OF_MINISTER.match(text, start, limit):
        return end
    # A second post: only of who chairs, for elsewhere it is the next group in a list.
    if _POST.match(text, start, limit) and end is not None and _CHAIRS.match(text, end):
        return end
    return None
