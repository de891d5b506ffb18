"""The names of events in Thai text: the words with which one begins, and those with which it ends.

To add a beginning: put it into NOUNS where it is a noun of action, which may
stand with or without การ before it; into THINGS where it names an event as it
stands; into DEEDS where it is a verb that names one only for want of a noun.
"""

from __future__ import annotations

import re

from extractors.sought import Sought
from extractors.thai.text import PICTURE

LONGEST = 420  # code points of a name
LONG = 100  # code points after which an aim is not part of the name, in a headline neither
MEETING = 45  # and after which that of a meeting is none, which seldom has one in its name
AGAIN = 12  # code points in which a headline said again shows itself
SHORT = 20  # and after which the business of one is none: …ของกระทรวง เพื่อหารือ…
TOLD_ASIDE = 100  # code points of a bracket that tells more than a name says
WRAPPED = 160  # code points of a line: a longer one is a paragraph


def any_case(words: str) -> list[str]:
    """Patterns for Latin words of either case, that begin with a letter each: a pattern with
    (?i) in front is sought slowly.

    >>> any_case("expo")
    ['E(?i:xpo)', 'e(?i:xpo)']
    """
    return [f"{first}(?i:{word[1:]})" for word in words.split("|") for first in (word[0].upper(), word[0])]


NOUNS = (
    "ประชุม(?!อธิการบดีแห่ง)",  # meeting; not the Council of University Presidents
    "เจรจา",  # talks
    "สัมมนา",  # seminar
    "เสวนา",  # panel discussion
    "อบรม",  # training
    "ฝึกอบรม",
    "บรรยาย(?!สรุป)",  # lecture; not a briefing
    "ปาฐกถา",  # keynote
    "อภิปราย",  # debate
    "แถลงข่าว",  # press conference
    "ประกวด(?!ราคา)",  # contest; not a call for tenders
    "แข่งขัน",
    r"สอบ(?=(?:ป้องกัน|ปากเปล่า|เค้าโครง)?[ก-๎]{0,6}นิพนธ์)",  # the defence of a thesis
    "ปฐมนิเทศ",  # orientation
    "ปัจฉิมนิเทศ",
    "ประชาพิจารณ์",  # public hearing
    "ทำบุญ",  # merit-making
    "ทอดกฐิน",
    "ทอดผ้าป่า",
)
THINGS = (
    "โครงการ",  # project: in reports of schools, the event itself
    "พิธี",  # ceremony
    "กิจกรรม",  # activity
    "นิทรรศการ",  # exhibition
    "มหกรรม",
    "เทศกาล",
    "เวที",  # forum
    "ค่าย",  # camp
    "สมัชชา",  # assembly
    "วันสถาปนา",
    "วันคล้ายวันสถาปนา",  # the day on which a body was founded
    "วันชาติ",  # a national day
    r"หลักสูตร(?![ก-๎]{0,30}บัณฑิต)",  # course; not that of a degree, which is a body
    *(
        rf"{word}(?=\W)"
        for word in any_case("live talk|open house|workshop|webinar|symposium|boot ?camp|hackathon")
    ),
    "การนำเสนอ",
    "การสอบ",
    "การเลือกตั้ง(?<=จัดการเลือกตั้ง)",
    "การศึกษาดูงาน",
    "การแสดง",
    "การตรวจราชการ",
    r"การ(?<=ประธานเปิดการ)(?=[ก-ฮเ-ไ])",  # whatever somebody is said to open or to chair
    r"เปิดบ้าน(?=\S)",  # open house
    "เปิด(?<=ประธานเปิด)(?=ศูนย์|อาคาร|ป้าย|ห้อง|หอ|โรง|ลาน|สนาม|ตลาด|ถนน|สะพาน)",
    r"คณะ(?<=ประธานคณะ)(?=(?:อนุ)?(?:กรรมการ|ทำงาน)"
    r"(?:(?!จัดงาน|[ ]ร่วม|[ ]เป็น|[ ]กล่าว|แถลง)[^\n]){3,120}?ครั้งที่\s?[\d๐-๙])",  # or as whose head he sits
    r"การ(?<=ประธานในการ)(?=[ก-ฮเ-ไ])",
    r"การ(?<=เนินไปในการ)(?=[ก-ฮเ-ไ])",  # or to which a royal goes
)
NO_GUEST = "(?!เดือน|ปี|ศักราช|เทศกาล|ฤดู|วัน)"  # a month, a new year is welcomed in words alone
_GIVEN = "(?=รางวัล|โล่|ทุน|เกียรติบัตร|วุฒิบัตร|ประกาศนียบัตร|เครื่อง|ถุงยังชีพ|สิ่งของ|บ้าน|เงิน|หนังสือ|อุปกรณ์)"
DEEDS = (
    "เยี่ยมชม",  # to visit
    "เข้าเยี่ยมชม",
    "เข้าเยี่ยมคารวะ",
    "เข้าพบ",
    "พบหารือ",
    "พบปะ",
    "ตรวจตรา",
    r"ติดตาม(?=\s?การ|ความ|ผล|สถานการณ์)",
    "เยี่ยมคารวะ",
    "เยี่ยม",
    "ตรวจเยี่ยม",
    "ตรวจราชการ",
    r"ตรวจ\s?ติดตาม",
    "ลงพื้นที่",  # to go into the field
    "เดินทางเยือน",
    "เยือน",
    "ศึกษาดูงาน",
    "ทัศนศึกษา",
    "หารือ",  # to confer
    "ปรึกษาหารือ",
    "มอบนโยบาย",
    f"มอบ{_GIVEN}",
    f"ส่งมอบ{_GIVEN}",
    "ลงนาม",
    f"ต้อนรับ{NO_GUEST}",  # to receive somebody
    "พระราชทาน(?=ปริญญา)",  # degrees, by a royal
    "รับ(?:เรื่อง|หนังสือ)(?=ร้อง|จาก)",  # a complaint
    "ทูลเกล้า(?:ทูลกระหม่อม)?(?:ฯ)?[ ]?ถวาย",
    "สักการะ",
    "วางพาน(?=พุ่ม|ดอกไม้)",  # to lay flowers
    "บริจาคโลหิต",
    "เลี้ยงอาหาร(?=ค่ำ|กลางวัน)",  # to give a dinner
    "รับมอบ(?!หมาย|อำนาจ)",
    "บันทึกเทป",  # to record greetings for a royal birthday
)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# งาน "fair, festivity" is also "work", and the end of หน่วยงาน "agency", รายงาน "report" …
_WORK = ("หน่วย", "ดำเนิน", "สำนัก", "ราย", "พนัก", "แรง", "พลัง", "โรง", "ผล", "ทำ", "การ")
FAIR = (
    "งาน"
    + "".join(f"(?<!{word}งาน)" for word in _WORK)
    + "(?!วิจัย|ก่อสร้าง|ราชการ|บริการ|ด้าน|ประชาสัมพันธ์|ถึง|มี|ให้|ที่|ได้|จะ|อย่าง|จึง|เป็น"
    r"|เข้า|ออก|ทุน|บุคลากร|ทะเบียน|พัสดุ|การเงิน|ตาม|มาตรฐาน|ระบบ)"
)

_DEED = _either(tuple(f"{deed}()" for deed in DEEDS))
# The head of a name; a group is set where it is a deed. One flat list of words that begin with a letter each:
# one that nests, or begins with what may be missing, is searched three times as slowly.
HEAD = Sought(
    rf"การ(?:{_either(NOUNS)})|{_either(NOUNS)}|{FAIR}|{_either(THINGS)}|การ(?:{_either(DEEDS)})()|{_DEED}"
)

# Words that only wrap a name which follows: กิจกรรมค่าย…, พิธีเปิดการอบรม…
WRAP = re.compile(
    rf"(?:กิจกรรม(?:การจัด)?|(?:พิธี|การ)เปิด(?:ตัว|และ[ก-๎]{{2,25}}?ใน)?)\s?(?={HEAD.pattern})"
    rf"|งาน[ ](?={HEAD.pattern})"
    rf"|(?:กิจกรรม|งาน|โครงการ)\s?(?P<quote>[“\"‘'])\s?(?={HEAD.pattern})"
)

_DIGIT = "[\\d๐-๙]"
_MONTH = (
    r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา"
    "|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
# What a person's name begins with; คุณ not as in คุณภาพ "quality".
_PERSON = (
    r"(?:นาย(?!ก(?!องเอก|องโท|องตรี))|นาง|น\.ส\.|ดร\.|ผศ\.|รศ\.|ศ\.|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|อาจารย์"
    r"|พล\.|พล(?:เอก|โท|ตรี|ตำรวจ)|พ\.ต|พันตำรวจ|พันเอก|ร้อยเอก|ว่าที่|คุณ(?=[ก-ฮเ-ไ])(?!ภาพ|ธรรม|ค่า|วุฒิ|ลักษณะ)"
    r"|หม่อม|ดาโต|H\.\s?E\.|Mr\.|Mrs\.|Ms\.|ม\.ล\.|ม\.ร\.ว\.|พระครู|แพทย์หญิง|นพ\.)"
)
# Where a name ends whatever stands before: one line, one kind of thing that follows. To add one: a line.
STOPS = (
    # the day and the hour
    rf"(?:เมื่อ|ใน|ของ|ทุก)?\s{{0,4}}(?:ระหว่าง)?วัน(?:จันทร์|อังคาร|พุธ|พฤหัส\S{{0,4}}|ศุกร์|เสาร์|อาทิตย์)?\s?ที่\s*{_DIGIT}",
    r"(?:เมื่อ|ใน)?วันนี้|วันพรุ่งนี้|เมื่อวาน|(?:ใน)?ระหว่าง(?:วัน|เวลา|เดือน)|\sตั้งแต่|\s?(?:ใน|ช่วง)เดือน",
    r"\s(?:ภาย)?ใน(?:ไตรมาส|เดือน|ปี|ช่วง)|\sรายละเอียด",
    rf"{_DIGIT}{{1,2}}\s{{0,4}}(?:[-–]\s{{0,4}}{_DIGIT}{{1,2}}\s{{0,4}})?{_MONTH}|เวลา\s*{_DIGIT}",
    # the place
    r"\sณ\s?|(?:ณ|นะ)\s?(?=ห้อง|โรงแรม|อาคาร|หอประชุม|ศูนย์)|\s(?:ห้อง(?:ประชุม|แกรนด์)|หอประชุม|หน้าพระ)",
    r"\sที่\s?(?=ห้อง|โรงแรม|อาคาร|ศูนย์|หอ|ทำเนียบ|จังหวัด|จ\.|สำนักงาน)",
    r"\s(?:ต\.|ตำบล|หมู่ที่|อำเภอ)\s?[ก-๙\d]",
    # how, by whom, for whom
    r"โดยมี|โดยได้รับ|โดยผ่าน|นำโดย|\sโดย|จัด(?:ขึ้น)?โดย|จัดขึ้น|ดำเนินการโดย",
    r"ซึ่ง(?=จัด|เป็น|มี|ได้|ใน|ทาง|\s)|\sซึ่ง|พร้อม(?:ด้วย|ทั้ง|กันนี้|มอบ|บรรยาย|กล่าว)|\sพร้อม",
    r"ภายใต้(?=หัวข้อ|แผน|นโยบาย|มาตรการ|แนว(?:ความ)?คิด|ธีม|กิจกรรม|โครงการ|คอนเซ|ชื่อ|\s)|\sใน(?:ระหว่าง|โอกาส|ฐานะ)(?!ครบ)",
    r"ผ่าน(?:ระบบ|ทาง|โปรแกรม|วีดิทัศน์|สื่อ|แอป|การประชุม)|ด้วยระบบ|ในรูปแบบ|รูปแบบออนไลน์",
    rf"\s{_PERSON}|โดย(?={_PERSON})|(?:ร่วม)?กับ\s?(?={_PERSON})",
    r"\s(?:ระหว่าง|ร่วมกับ|ประกอบด้วย|ตาม(?:เอกสาร|ราย|กำหนด|แผน|ข้อสั่งการ|นโยบาย|มติ|คำสั่ง|ที่)|ภายหลัง|หลังจาก|อาทิ|เช่น|รวมถึง|ได้แก่|จำนวน|จาก|แก่|ให้|สำหรับ)",
    # what the thing named is, said once more
    r"(?<=\))\s{1,4}งาน(?=แสดง|ประชุม|สัมมนา|เทศกาล)",
    # before whom, and who he had been
    r"\sต่อหน้า|\sอดีต(?=[ก-ฮเ-ไ])",
    # a larger event that it is a part of
    r"ในงาน(?=ประชุม|มหกรรม|สัมมนา)|[\s”\"](?:ภาย)?ใน(?=งาน|การประชุม|การสัมมนา|มหกรรม|โครงการ)",
    # the sentence goes on
    r"(?<!ก)ว่า\s|เกี่ยวกับ\s|\sที่มี(?=\s)|\sหลังจาก|\s(?:หรือ)?สามารถ|ที่ประกอบด้วย|ครั้งนี้|ดังกล่าว|ทั้งนี้|นอกจากนี้|(?:\s?จึง|\s)มีมติ|\sพบว่า|\s(?:ได้|จะ|เป็น(?!พิเศษ|เลิศ)|มี(?!เดีย|นา(?!ย))|เข้าร่วม|ร่วม(?!มือ))",
    r"\s?จัด(?:ทำ)?(?:ขึ้น)?เพื่อ(?=ให้|เป็น|ส่งเสริม)|\s(?:ได้)?รับเกียรติ",
    r"\sเข้า(?=เยี่ยม|ศึกษาดูงาน|พบ|รับ(?:การ|ฟัง)|ตรวจ)",
    r"\s(?:สังกัด|จัดตั้ง|ขอ(?:ขอบ|แสดง))|\sมอบ(?=นโยบาย)",
    r"\sและ(?:ได้|ทำหน้าที่|(?:การ)?เปิด|มอบ|กล่าว|เข้า|พบ|ให้|ติดตาม|บรรยาย|เป็น|ร่วม|จะ|แถลง)",
    r"\s(?:กล่าว|เปิดเผย|เผย|แจง|ชี้แจง|ย้ำ|เน้น|ชู|หนุน|มุ่ง|เดินหน้า|ตั้งเป้า|หวัง|เร่ง|ดัน|ผลักดัน|ยกระดับ|กระตุ้น)",
    r"(?<!นิเทศ)\sติดตาม",
    r"\s(?:ช่วยเหลือ|ส่งเสริมการ|บุก|ลุย|เตรียม|เห็นชอบ|มีมติ|มติ|รับทราบ|พิจารณา|ในการนี้|โอกาสนี้)",
    r"\s(?<!เกล้าฯ )ถวาย(?!ราชสักการะ|ราชสดุดี|พระพร|เป็นพระราช|พระราชกุศล)",
    r"\s(?:เรียน(?=ทุก)|ค่า(?:สมัคร|ลงทะเบียน)|รับสมัคร|สอบถาม)",
    r"\s(?:สรุป|ตลอดจน|รวมทั้ง|เรียนเชิญ|ขอเชิญ|พัฒนาความ|สร้างความ|เสริมสร้าง)",
    r"\s(?:ทั้งสอง|ที่ประชุม|เห็นพ้อง|ตกลง)",
    r"(?<!ดี)(?<!มาก)(?<!สูง)ขึ้น(?:มา)?(?=โด|เพื่อ|ณ|ใน|ที่|ระหว่าง|เมื่อ|\s)|\sทั้ง(?=ใน|ระดับ|ที่)|\s?เพื่อ(?=เป็นการ|ร่วมมือ|ความเป็น(?:สิริ)?มงคล)",
    # marks
    r"https?:|,(?!\d{3})|[;…•]|\.{2,}|\s[-–]\s[-–]|\s#",
)
# What a meeting is called for, which is none of its name.
_BUSINESS = "(?P<business>หารือ|ปรึกษา|พิจารณา|รับทราบ|รับฟัง|ติดตาม|แลกเปลี่ยน|ชี้แจง|สรุป|เตรียม)"
_PART = Sought(
    r"(?P<closed>“[^”\n]{1,200}”|\"[^\"\n]{1,200}\"|‘[^’\n]{1,200}’|'[^'\n]{1,200}')"
    r"|(?P<bracket>\((?:[^()\n]{0,160}(?:\([^()\n]{0,80}\))?[^()\n]{0,80})\)?)"
    rf"|(?P<stop>{'|'.join(STOPS)}|[”’)])"
    r"|(?P<deed>[ \t]และ[ \t]|[ \t](?:คณะ|ผู้))"
    r"|(?P<subject>\s{0,4}(?:เรื่อง|(?:ใน)?หัวข้อ)\s?)"
    rf"|(?P<aim>\s{{1,4}}เพื่อ(?:{_BUSINESS})?)"
    r"|\s{1,4}(?P<again>โครงการ|กิจกรรม)"
    r"|[ \t]{1,4}(?P<next>การ(?:ประกวด|แข่งขัน|มอบ|ประชุม|อบรม|สัมมนา)|ถวาย|น้อมรำลึก)"
    r"|(?P<line>[ \t]{0,4}\n\s*)"
)
# A number, year or quoted part with which a name is whole.
_NUMBERED = re.compile(
    rf"(?:(?:นัด|วาระ)พิเศษ\)?|ครั้งที่\s*{_DIGIT}+(?:\s*[/-]\s*{_DIGIT}+)?|รุ่นที่\s*[\d๐-๙/]+"
    rf"|ประจำปี\S{{0,12}}\s*(?:พ\.ศ\.\s*)?{_DIGIT}{{4}})\s*$"
)
_COUNTED = re.compile(rf"ครั้งที่\s*{_DIGIT}+\s*/\s*{_DIGIT}+")
# An aim that belongs to the name, since the number follows it: … เพื่อสันติภาพ ครั้งที่ 3
_NUMBERED_LATER = re.compile(rf"[^\n,\d๐-๙]{{3,90}}(?:ครั้งที่|รุ่นที่|ประจำปี[ก-๎]{{0,10}}\s?(?:พ\.ศ\.)?)\s?{_DIGIT}")
# What a committee is for may be told by several verbs: คณะทำงานประสานงาน ติดตาม เร่งรัด … ครั้งที่ 4/2567
_COMMITTEE = re.compile(r"(?:การ)?ประชุมคณะ(?:อนุ)?(?:กรรมการ|ทำงาน)")
_VERB = re.compile(r"\s(?:ติดตาม|เร่ง|ส่งเสริมการ|ช่วยเหลือ|เสริมสร้าง|สร้างความ|พัฒนาความ|ผลักดัน|ยกระดับ|พิจารณา)")
_COUNTED_LATER = re.compile(rf"[^\n,\d๐-๙]{{3,150}}?{_COUNTED.pattern}")
_WHOLE = re.compile(
    rf"{_NUMBERED.pattern}|(?:[”\"’]|(?:ปี(?:การศึกษา|งบประมาณ)?|พ\.ศ\.)\s*(?:พ\.ศ\.\s*)?{_DIGIT}{{4}})\s*$"
)
# What may follow a quoted part and still belong to the name.
_AFTER_QUOTE = re.compile(
    r"\s*(?:ครั้งที่|ประจำ|รุ่นที่|ปี|พ\.ศ\.|ระดับ|หลักสูตร|ณ|\(|ของ|สำหรับ|แก่|และ(?!ร่วม|เยี่ยม|มอบ|เสวนา|ปาฐกถา|บรรยาย|กล่าว|เป็น|แถลง|เปิด)|$)|[^\s]"
)
# What may begin the next line and still belong to the name: a subject, a number.
_MORE = re.compile(
    rf"(?:{PICTURE}\s?)?(?:เรื่อง|หัวข้อ)|หลักสูตร|[“\"‘(]|ครั้งที่|ประจำ|รุ่นที่|ปีงบ|ปีการศึกษา|ระดับ|ภายใน|เพื่อ(?!ให้)|ด้าน|และ(?!สังคม)"
    rf"|[^\n]{{1,80}}ครั้งที่\s*{_DIGIT}+(?:\s*/\s*{_DIGIT}+)?\s*(?:\n|$)"
)
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_TRIM = re.compile(
    rf"(?:\s?{PICTURE})+$|[\s\-–:;,/]+$|(?<![ก-ฮ])\.+$|\s+(?:และ|หรือ|ของ|กับ|ที่|ใน|โดย|คือ|ดังนี้)$|\s*(?:เมื่อ|ร่วมกับ|(?<=หารือ)กับ)$"
)
# A bracket that says the name again in another tongue or as an abbreviation, or a day.
_ASIDE = re.compile(r"\([^()ก-๙]*[A-Za-z]{3}|\(\s*(?:วันที่\s*)?[\d๐-๙]{1,2}\s*[ก-ฮ]")


def name_end(text: str, start: int, deed: bool = False, headline: bool = False) -> int:
    """Where the name of an event that begins at `start` ends.

    A deed ends at its aim, a headline's name does not end before it.

    >>> text = "การประชุมคณะกรรมการสถานศึกษา ครั้งที่ 3/2567 ณ ห้องประชุมพวงแสด"
    >>> text[: name_end(text, 0)]
    'การประชุมคณะกรรมการสถานศึกษา ครั้งที่ 3/2567'
    """
    quoted = _quote_end(text, start)
    if quoted < len(text) and "\n" not in text[start:quoted]:
        return quoted  # whatever stands between the marks
    end = last = min(len(text), start + LONGEST, quoted)
    for part in _PART.finditer(text, start, last):
        if (here := _ends(text, start, part, deed, headline)) is not None:
            end = here
            break
    while trimmed := _TRIM.search(text, max(start, end - 12), end):
        end = trimmed.start()
    return end


def _quote_end(text: str, start: int) -> int:
    """Where the quotation marks close that open directly before a name; the text's end where none do."""
    opened = text[max(0, start - 2) : start].strip()[-1:]
    closed = text.find(_QUOTES[opened], start, start + 200) if opened in _QUOTES else -1
    return closed if closed >= 0 else len(text)


def _ends(text: str, start: int, part: re.Match[str], deed: bool, headline: bool) -> int | None:
    """The end of the name where this part of it, or after it, is one; None where the name goes on."""
    match part.lastgroup:
        case "stop":
            if part[0].strip() == "ร่วมกับ" and "ระหว่าง" in text[start : part.start()]:
                return None  # between the one and the other
            goes_on = _COMMITTEE.match(text, start) and _VERB.fullmatch(part[0])
            return None if goes_on and _COUNTED_LATER.match(text, part.end()) else part.start()
        case "deed":
            return part.start() if deed and not text.endswith("กับ", start, part.start()) else None
        case "closed":
            if text[part.start() - 1] == " " and _NUMBERED.search(text, start, part.start()):
                return part.start()  # the motto of this year's
            return None if _AFTER_QUOTE.match(text, part.end()) else part.end()
        case "bracket":
            said = text[start : part.start()].rstrip(" ”\"'’")
            aside = _ASIDE.match(part[0]) and _NUMBERED.search(said)
            told = len(part[0]) > TOLD_ASIDE or aside
            return part.start() if told or not part[0].endswith(")") else None
        case "again":  # what the project is, said behind its name
            return part.start() if text.startswith(part["again"], start) else None
        case "next":  # a second thing that was done: … ปีการศึกษา 2562 การประกวด…
            return part.start() if _WHOLE.search(text, start, part.start()) else None
        case "subject":
            bracketed = text.endswith(")", start, part.start()) and "หัวข้อ" in part[0]
            return part.start() if bracketed or _NUMBERED.search(text, start, part.start()) else None
        case "aim":
            meeting = text.startswith(("ประชุม", "การประชุม"), start)
            enough = SHORT if meeting and part["business"] else MEETING if meeting else 60
            said = text[start : part.start()]
            whole = len(said) > enough or "กับ" in said or _WHOLE.search(text, start, part.start())
            long = part.start() - start > LONG
            numbered = _COUNTED.search(text, start, part.start())
            if not deed and not numbered and _NUMBERED_LATER.match(text, part.end()):
                return None
            fair = text.startswith("งาน", start)
            return part.start() if deed or long or ((whole or fair) and not headline) else None
    if text.endswith(":", start, part.start()) and text.count("\n", part.start(), part.end()) == 1:
        return None  # what it is about stands in the next line
    if headline and not _MORE.match(text, part.end()):
        return part.start()
    return None if _runs_on(text, start, part) else part.start()


def _runs_on(text: str, start: int, gap: re.Match[str]) -> bool:
    """Whether a name goes on after a line break: text of hard-wrapped lines, or a subject on its own line."""
    begin = text.rfind("\n", 0, gap.start()) + 1
    again = any(text.startswith(text[said : said + AGAIN], gap.end()) for said in (begin, start))
    if again or text.count("\n", gap.start(), gap.end()) > 1:
        return False
    if _MORE.match(text, gap.end()):
        return True
    following = text.find("\n", gap.end())
    if (following if following >= 0 else len(text)) - gap.end() > WRAPPED or gap.start() - begin > WRAPPED:
        return False  # lines are paragraphs here
    return gap.start() - begin > 70 and start - begin > 0 and not _WHOLE.search(text, start, gap.start())
