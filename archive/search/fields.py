"""The fields that people may type, `จังหวัด:ขอนแก่น`, `speaker:"สมชาย ใจดี"`: names, and values read."""

from __future__ import annotations

import re
from collections.abc import Callable

from archive.search.days import YEAR, buddhist, taken
from extractors.thai.gazetteer import provinces

# Name -> filter. To add one: a line here, and its condition in archive.search.conditions.CONDITIONS.
FIELDS = {
    "ผู้พูด": "person",
    "วิทยากร": "person",
    "บุคคล": "person",
    "speaker": "person",
    "person": "person",
    "สถานที่": "venue",
    "venue": "venue",
    "place": "venue",
    "จังหวัด": "province",
    "province": "province",
    "หน่วยงาน": "organizer",
    "ผู้จัด": "organizer",
    "organizer": "organizer",
    "organiser": "organizer",
    "ปี": "year",
    "year": "year",
    "ปีงบ": "fiscal",
    "ปีงบประมาณ": "fiscal",
    "fiscal": "fiscal",
    "ประเภท": "type",
    "type": "type",
    "สถานะ": "status",
    "status": "status",
    "เดือน": "month",
    "month": "month",
    "หลัง": "after",
    "ตั้งแต่": "after",
    "after": "after",
    "since": "after",
    "ก่อน": "before",
    "before": "before",
    "เลขที่": "letter",
    "letter": "letter",
    "ผู้ลงนาม": "signatory",
    "signatory": "signatory",
    "มติ": "resolution",
    "resolution": "resolution",
    "หนังสือ": "paper",
    "paper": "paper",
    "คุณภาพ": "quality",
    "quality": "quality",
    "เว็บ": "site",
    "เว็บไซต์": "site",
    "site": "site",
}

# The field that narrows as a facet of archive.search.facets.FACETS does.
OF_FACETS = {
    "year": "ปี",
    "fiscal": "ปีงบ",
    "type": "ประเภท",
    "status": "สถานะ",
    "province": "จังหวัด",
    "body": "หน่วยงาน",
    "participant": "ผู้พูด",
    "site": "เว็บ",
}

# And that of one which is offered alone, archive.search.facets.offers.
OF_OFFERS = OF_FACETS | {"month": "เดือน"}

# Types, states and official papers as people name them. To add one: a line.
TYPES = {
    "ประชุม": "meeting",
    "การประชุม": "meeting",
    "ประชุมเชิงปฏิบัติการ": "workshop",
    "เวิร์กช็อป": "workshop",
    "สัมมนา": "seminar",
    "เสวนา": "seminar",
    "อบรม": "training",
    "ฝึกอบรม": "training",
    "การอบรม": "training",
    "ประชุมวิชาการ": "conference",
    "พิธี": "ceremony",
    "พิธีการ": "ceremony",
    "แถลงข่าว": "press",
    "เยี่ยมชม": "visit",
    "เยี่ยมชม/ตรวจราชการ": "visit",
    "ตรวจราชการ": "visit",
    "ตรวจเยี่ยม": "visit",
    "ศึกษาดูงาน": "visit",
    "นิทรรศการ": "exhibition",
    "อื่น": "other",
    "อื่นๆ": "other",
    "กิจกรรมอื่น": "other",
}
STATES = {
    "ประกาศ": "announced",
    "ประกาศแล้ว": "announced",
    "จัดแล้ว": "held",
    "เลื่อน": "postponed",
    "ยกเลิก": "cancelled",
    "canceled": "cancelled",
}
PAPERS = {
    "หนังสือ": "letter",
    "บันทึกข้อความ": "memorandum",
    "คำสั่ง": "order",
    "ประกาศ": "announcement",
    "รายงานการประชุม": "minutes",
    "ระเบียบวาระ": "agenda",
}

# How a document reads; what each means: archive.quality.TESTS.
QUALITIES = {
    "ต่ำ": "poor",
    "ไม่ดี": "poor",
    "อ่านได้ไม่ดี": "poor",
    "low": "poor",
    "bad": "poor",
    "รอ": "waiting",
    "รออ่าน": "waiting",
    "รอocr": "waiting",
    "เสียหาย": "damaged",
    "ชำรุด": "damaged",
}

# Posts and words that begin as an honorific does: นายก, president, and คุณภาพ, quality. To add one: a word.
_MISTER = (
    "ก(?:รัฐมนตรี|เทศ|สภา|สมาคม|สโมสร|เมือง|เหล่า|พุทธ|อบ[ตจ]|องค์การ|ฯ)|อำเภอ|ทหาร|ทะเบียน|ช่าง|แพทย์|หน้า|ประกัน"
    "|ตรวจ|ด่าน|สถานี|จ้าง|ทุน|ท่า|ไปรษณีย์"
)
_MADAM = "พยาบาล|ฟ้า|งาม|สงกรานต์|แบบ|ร้อง|รำ|เอก"
_YOU = "ภาพ|ธรรม|ค่า|สมบัติ|ลักษณะ|ประโยชน์|วุฒิ|ูปการ|แม่|พ่อ|หมอ|ครู"
_TEACHER = "ใหญ่|ที่ปรึกษา|พิเศษ|ประจำ"
HONORIFIC = re.compile(
    rf"^(?:พล\.?[ตทอจ]\.?[ตทอ]?\.|นางสาว|นาย(?!{_MISTER})|นาง(?!{_MADAM})|น\.ส\.|คุณ(?!{_YOU})|อาจารย์(?!{_TEACHER})"
    r"|ดร\.|ผศ\.|รศ\.|ศ\.|ว่าที่\s?ร\.[ตทอ]\.|ด\.ช\.|ด\.ญ\.)+(?=[ก-ฮเ-ไ].{2})"
)
_NAMES = "|".join(sorted(FIELDS, key=len, reverse=True))
_FIELD = re.compile(rf'(?<!\S)({_NAMES})[:：]\s*(?:["“](.+?)["”]|(\S+))', re.IGNORECASE)

Filters = tuple[tuple[str, str | int], ...]


def fields(text: str) -> tuple[Filters, str]:
    """The filters that a folded query holds, and the rest of it.

    >>> fields('อบรม จังหวัด:โคราช ปี: 63 ประเภท:สัมมนา speaker:"ดร.กวิน ทุ่งดอกคูณ"')[0]
    (('province', 'นครราชสีมา'), ('year', 2563), ('type', 'seminar'), ('person', 'กวิน ทุ่งดอกคูณ'))
    """
    filters = tuple(
        (name, _READ.get(name, str)(quoted or plain))
        for field, quoted, plain in _FIELD.findall(text)
        for name in [FIELDS[field.lower()]]
    )
    return filters, _FIELD.sub(" ", text)


def written(facet: str, value: str) -> str:
    """A value of a facet as one types it.

    >>> written("year", "2563"), written("participant", "กวิน ทุ่งดอกคูณ")
    ('ปี:2563', 'ผู้พูด:"กวิน ทุ่งดอกคูณ"')
    """
    return f'{OF_OFFERS[facet]}:"{value}"' if " " in value else f"{OF_OFFERS[facet]}:{value}"


def province(typed: str) -> str | None:
    """The full name of the province that is typed, its short forms too.

    >>> province("จ.โคราช"), province("กทม."), province("แพร่พรรณ")
    ('นครราชสีมา', 'กรุงเทพมหานคร', None)
    """
    found = provinces().get(typed.removeprefix("จังหวัด").removeprefix("จ.").strip())
    return found.name if found else None


def _year(value: str) -> str | int:
    return buddhist(value) if re.fullmatch(YEAR, value) else value


def _day(value: str) -> str:
    """The first of the days named, ISO: `หลัง:` has them all, `ก่อน:` none of them.

    >>> _day("ธ.ค.63"), _day("14/12/2563"), _day("2563"), _day("2020-12-14"), _day("x")
    ('2020-12', '2020-12-14', '2020', '2020-12-14', 'x')
    """
    if re.fullmatch(YEAR, value):
        return str(buddhist(value) - 543)
    chunks, _ = taken(value)
    return chunks[0].when[0] if chunks and chunks[0].when else value


def _one_of(names: dict[str, str]) -> Callable[[str], str]:
    return lambda value: names.get(value, value.lower())


# How the value of a filter is read; one that is not here stands as it is.
_READ: dict[str, Callable[[str], str | int]] = {
    "year": _year,
    "fiscal": _year,
    "month": lambda value: _day(value)[:7],
    "after": _day,
    "before": _day,
    "province": lambda value: province(value) or value,
    "person": lambda value: HONORIFIC.sub("", value),
    "signatory": lambda value: HONORIFIC.sub("", value),
    "type": _one_of(TYPES),
    "status": _one_of(STATES),
    "paper": _one_of(PAPERS),
    "quality": _one_of(QUALITIES),
}
