"""What the help page says may be typed: examples, and what each finds.

Each line holds both languages. To add an example: a line. To add a field: a
line in FIELDS under the filter that it is, which archive.search.fields names.
"""

from __future__ import annotations

from typing import NamedTuple

from archive.web.language import LANGUAGES, TEXTS


class Example(NamedTuple):
    typed: str
    finds: str


TWO = tuple[str, str]

WORDS_HEADING: TWO = ("คำและชื่อ", "Words and names")
WORDS: dict[str, TWO] = {
    "อบรม ครู ขอนแก่น 63": (
        "คำใดก่อนก็ได้ รายการที่มีครบทุกคำมาก่อน",
        "words in any order; what has all of them comes first",
    ),
    '"ผลการประชุม"': ("คำตรงตัวตามที่พิมพ์", "exactly these words"),
    "อบรม -ประกาศ": ("ไม่เอารายการที่มีคำหลังเครื่องหมาย -", "without what has the word behind the -"),
    "สพฐ": ("ตัวย่อหรือชื่อเต็ม มีจุดหรือไม่มี ได้ผลเดียวกัน", "a short form or the full name, with or without points"),
    "มทะเลจัน": ("บางส่วนของชื่อหรือคำ ตั้งแต่ 3 ตัวอักษร", "a piece of a name or a word, of 3 letters or more"),
    "ใครบรรยายเรื่อง lesson study": ("ถามเป็นประโยคก็ได้", "a question"),
}

TIMES_HEADING: TWO = ("วัน เวลา และเลขที่", "Days and numbers")
TIMES: dict[str, TWO] = {
    "5/63": (
        "ครั้งที่ เลขไทยหรืออารบิก ปี พ.ศ. หรือ ค.ศ. เต็มหรือย่อ",
        "a number; years of either era, with two digits or four",
    ),
    "ธ.ค. 63": ("เดือน เขียนเต็มหรือย่อ", "a month, however it is written"),
    "14-17 ธ.ค. 63": ("วัน หรือช่วงวัน", "a day, or several"),
    "เดือนที่แล้ว": ("นับจากวันนี้ เช่น ปีนี้ สัปดาห์หน้า", "seen from today"),
    "ปีงบ 64": ("ปีงบประมาณ", "the fiscal year"),
    "ศธ 04001/ว123": ("เลขที่หนังสือ เว้นวรรคอย่างไรก็ได้", "the number of a letter, wherever its blanks are"),
}

FIELDS_HEADING: TWO = ("ระบุว่าเป็นข้อมูลใด", "Saying which fact it is")
FIELDS_HOW: TWO = (
    'ชื่อช่อง เครื่องหมาย : แล้วตามด้วยคำ หากมีหลายคำให้ใส่ใน "…" ใช้ร่วมกับคำอื่นได้ เช่น อบรม จังหวัด:แพร่',
    'The name of a field, a colon and a word, or several in "…"; other words may stand beside it',
)
# The filter that a field is -> how it is typed in Thai and in English, and what it finds.
FIELDS: dict[str, tuple[TWO, TWO]] = {
    "person": (
        ('ผู้พูด:"กวิน ทุ่งดอกคูณ"', 'speaker:"กวิน ทุ่งดอกคูณ"'),
        ("คนที่มีบทบาทในงาน", "somebody who took part"),
    ),
    "venue": (("สถานที่:หอประชุม", "place:หอประชุม"), ("ชื่อสถานที่", "the venue")),
    "province": (("จังหวัด:โคราช", "province:โคราช"), ("จังหวัด", "the province")),
    "organizer": (("หน่วยงาน:สพฐ", "organizer:สพฐ"), ("หน่วยงานที่จัด", "who held it")),
    "year": (("ปี:2563", "year:2020"), ("ปี พ.ศ. หรือ ค.ศ.", "the year, of either era")),
    "fiscal": (("ปีงบ:64", "fiscal:2564"), ("ปีงบประมาณ", "the fiscal year")),
    "month": (("เดือน:ธ.ค.63", "month:2020-12"), ("เดือนของปีนั้น", "the month of that year")),
    "after": (("หลัง:ธ.ค.63", "after:2020-12"), ("ตั้งแต่วันนั้นเป็นต้นมา", "from that day on")),
    "before": (("ก่อน:14/12/2563", "before:2020-12-14"), ("ก่อนวันนั้น", "before that day")),
    "type": (("ประเภท:อบรม", "type:อบรม"), ("ประชุม อบรม สัมมนา พิธีการ …", "what kind of event it was")),
    "status": (("สถานะ:ยกเลิก", "status:ยกเลิก"), ("เลื่อน ยกเลิก จัดแล้ว", "put off, cancelled or held")),
    "site": (("เว็บ:โรงเรียน", "site:โรงเรียน"), ("เว็บไซต์ที่เก็บมา", "the site it was fetched from")),
    "letter": (("เลขที่:ว123", "letter:ว123"), ("เลขที่หนังสือ", "the number of a letter")),
    "signatory": (("ผู้ลงนาม:กวิน", "signatory:กวิน"), ("ผู้ลงนามในหนังสือ", "who signed it")),
    "resolution": (("มติ:เห็นชอบ", "resolution:เห็นชอบ"), ("มติที่ประชุม", "what a meeting resolved")),
    "paper": (("หนังสือ:คำสั่ง", "paper:คำสั่ง"), ("ชนิดของหนังสือราชการ", "the kind of official paper")),
    "quality": (("คุณภาพ:ต่ำ", "quality:poor"), ("เอกสารที่อ่านได้ไม่ดี", "documents that read badly")),
}


# How to read the hits; {why} is what the pages say under that key of language.TEXTS. To add one: a line.
NOTES: tuple[TWO, ...] = (
    (
        "“{why}” บอกว่าสิ่งที่พิมพ์ตรงกับข้อมูลใดของงาน เช่น สถานที่ หน่วยงาน หรือวันที่",
        "“{why}” names the facts of the event that were typed: its venue, organiser or day",
    ),
    (
        "“{lacks}” บอกคำที่พิมพ์แต่ไม่พบในรายการนั้น รายการเช่นนี้อยู่ท้ายเสมอ",
        "“{lacks}” names what was typed and is not there; such hits come last",
    ),
    (
        "“{offer}” และ “{filter}” ใช้เมื่อกดเท่านั้น ตัวเลขคือจำนวนรายการที่จะเหลือ กด × เพื่อเลิกกรอง",
        "“{offer}” and “{filter}” apply only when chosen; the number is what is left; × takes one off",
    ),
    (
        "คำที่พบบ่อยมาก เช่น ประชุม เรียงตามความตรงไม่ได้ จึงเรียงจากใหม่ไปเก่าและบอกไว้ โปรดเพิ่มคำ",
        "Very common words cannot be ranked by; the newest come first, and the page says so",
    ),
    (
        "หน้าของแต่ละงานแสดงประโยคที่เป็นที่มาของข้อมูลทุกข้อ และมีลิงก์ไปยังต้นฉบับ",
        "The page of an event shows the sentence that each value was read from, and leads to the source",
    ),
    (
        "“{csv}” อยู่ท้ายผลการค้นหา เปิดด้วย Excel ได้",
        "“{csv}” stands below the hits; Excel opens it",
    ),
)


class Section(NamedTuple):
    heading: str
    how: str
    examples: tuple[Example, ...]


def sections(language: str) -> tuple[Section, ...]:
    n = LANGUAGES.index(language)
    fields = tuple(Example(typed[n], finds[n]) for typed, finds in FIELDS.values())
    others = (tuple(Example(typed, finds[n]) for typed, finds in some.items()) for some in (WORDS, TIMES))
    headings = (WORDS_HEADING[n], TIMES_HEADING[n], FIELDS_HEADING[n])
    hows = ("", "", FIELDS_HOW[n])
    return tuple(map(Section, headings, hows, (*others, fields)))


def notes(language: str) -> list[str]:
    """
    >>> notes("th")[0][:8]
    '“ตรงกับ”'
    """
    said = {key: both[LANGUAGES.index(language)] for key, both in TEXTS.items()}
    return [note[LANGUAGES.index(language)].format(**said) for note in NOTES]
