"""Addresses and the reach of a place's name, in sentences of ours.

To add one: a row in the table it belongs to, with what is special about it.
"""

from __future__ import annotations

import pytest

from extractors.thai.gazetteer import countries, district_code, districts, provinces
from extractors.thai.places import address, area_at, city_at, country_at
from extractors.thai.venues import venue_at

# (text behind a place, its areas as kind=name)
ADDRESSES = [
    (" ต.บ้านใหม่ อ.เมือง จ.เลย โดยมี", "narrow=ต.บ้านใหม่ district=เมือง province=เลย"),
    (" ตำบลบ้านใหม่อำเภอปัวจังหวัดน่าน", "narrow=ตำบลบ้านใหม่ district=ปัว province=น่าน"),
    (" เขตบางพลัด กรุงเทพฯ", "district=บางพลัด province=กรุงเทพมหานคร"),
    (" ถนนริมน้ำ แขวงบางยี่ขัน เขตบางพลัด กทม. 10700", None),
    (" และทาวเวอร์ กทม. นางสาวสมมติ", "province=กรุงเทพมหานคร"),
    (" โดยผู้ใหญ่บ้าน กรุงเทพมหานคร", ""),
    (" (ศรก.) สะพานไม้ ถนนริมคลอง กรุงเทพมหานคร", "narrow=ถนนริมคลอง province=กรุงเทพมหานคร"),
    (" (อ.แม่ริม จ.เชียงใหม่)", "district=แม่ริม province=เชียงใหม่"),
    (" อ.แม่ริม\nจ.เชียงใหม่", "district=แม่ริม province=เชียงใหม่"),
    (" อ แม่สรวย จ.เชียงราย", "district=แม่สรวย province=เชียงราย"),
    (" จ.อุบลฯ", "province=อุบลราชธานี"),
    (" อยุธยา โดยมี", "province=พระนครศรีอยุธยา"),
    (" ตากแดดอยู่", ""),  # ตาก, to dry in the sun
    (" เลยเวลาไปมาก", ""),  # เลย, beyond
    (" น่านน้ำไทย", ""),  # น่านน้ำ, waters
    (" แพร่ภาพสด", ""),  # แพร่, to broadcast
    (" สงขลา อ.เมืองสงขลา จ.สงขลา", ""),  # a hotel's name goes on; the address stands behind it
    (" กรุงโตเกียว ประเทศญี่ปุ่น", "city=กรุงโตเกียว country=ญี่ปุ่น"),
    (" นครเจนีวา สมาพันธรัฐสวิส", "city=นครเจนีวา country=สมาพันธรัฐสวิส"),
    (" อำเภอเมืองจังหวัดชัยภูมิ", "district=เมือง province=ชัยภูมิ"),
    (" เขตพื้นที่การศึกษา", ""),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_address(text: str, expected: str | None) -> None:
    found = " ".join(f"{area.kind}={area.name}" for area in address(text, 0))
    if expected is None:
        assert "district=บางพลัด province=กรุงเทพมหานคร" in found
    else:
        assert found == expected


def test_spans_of_an_address_are_the_names_as_printed() -> None:
    text = "ณ วัดป่าไผ่ อ.ปัว จ.น่าน"
    assert [(text[a.start : a.end], text[a.begin : a.end]) for a in address(text, text.index(" อ."))] == [
        ("ปัว", "อ.ปัว"),
        ("น่าน", "จ.น่าน"),
    ]


# (text from the place on, how far its name reaches)
VENUES = [
    ("ห้องประชุม 2 ชั้น 3 อาคาร 4 วิทยาลัยริมน้ำ โดยมี", "ห้องประชุม 2 ชั้น 3 อาคาร 4 วิทยาลัยริมน้ำ"),
    ("โรงแรมดอกแก้ว การ์เดน จังหวัดเลย", "โรงแรมดอกแก้ว การ์เดน"),
    ("โรงแรม ดอกแก้ว รีสอร์ท อำเภอปัว", "โรงแรม ดอกแก้ว รีสอร์ท"),
    ("โรงแรมดอกแก้ว ขอนแก่น โฮเทล จังหวัดขอนแก่น", "โรงแรมดอกแก้ว ขอนแก่น โฮเทล"),
    ("ห้องประชุมบุญมี ใจงาม อาคารเรียนรวม นายกสมาคม", "ห้องประชุมบุญมี ใจงาม อาคารเรียนรวม"),
    ("หอประชุม (ชั้น ๒) โรงเรียนบ้านทุ่ง เมื่อวันที่ 3", "หอประชุม (ชั้น ๒) โรงเรียนบ้านทุ่ง"),
    ("หอประชุมโรงเรียนบ้านทุ่ง (หลังใหม่) เวลา 09.00 น.", "หอประชุมโรงเรียนบ้านทุ่ง"),
    ("ศาลากลางจังหวัดเลย ผู้ว่าราชการจังหวัด", "ศาลากลางจังหวัดเลย"),
    ("โรงแรมดอกแก้วจังหวัดเลย", "โรงแรมดอกแก้ว"),
    ("กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เพื่อรับฟัง", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"),
    ("ห้องประชุมใหญ่ และผ่านระบบ Zoom", "ห้องประชุมใหญ่"),
    ("อาคารเฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550 ชั้น 2 โดย", "อาคารเฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550 ชั้น 2"),
    ("ทำเนียบรัฐบาล กระทรวงศึกษาธิการ จัด", "ทำเนียบรัฐบาล"),
    ("ตึกไทยคู่ฟ้า ทำเนียบรัฐบาล พลเอก", "ตึกไทยคู่ฟ้า ทำเนียบรัฐบาล"),
    ("ห้องประชุม 1 12 มีนาคม 2564", "ห้องประชุม 1"),
    ("ห้องประชุม 1 09.30 น.", "ห้องประชุม 1"),
    ("ห้องประชุม สอจ.เลย โดย", "ห้องประชุม สอจ.เลย"),
    ("River Hall\nชั้น 3 อาคารริมน้ำ\nกำหนดการ", "River Hall\nชั้น 3 อาคารริมน้ำ"),
    ("สถานเอกอัครราชทูตไทย ณ กรุงโตเกียว เมื่อ", "สถานเอกอัครราชทูตไทย ณ กรุงโตเกียว"),
    ("กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ถนนโยธี", "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
    ("สถานที่ต่าง ๆ ในจังหวัด", ""),
    ("บริเวณถนนคนเดิน", "บริเวณถนนคนเดิน"),
    ("ห้องประชุม", ""),
    ("หอประชุม  ดอกคูน          รายการ", "หอประชุม  ดอกคูน"),  # more blanks than stand in a name
    ("ห้องประชุม\u00a0ดอกคูน โดย", "ห้องประชุม\u00a0ดอกคูน"),
    ("เพื่อให้ความรู้", ""),
]


@pytest.mark.parametrize(("text", "expected"), VENUES)
def test_venue_reaches(text: str, expected: str) -> None:
    assert text[: venue_at(text, 0)] == expected


def test_gazetteer_is_whole() -> None:
    codes = {district.code for named in districts().values() for district in named}
    official = {province.code: province for province in provinces().values()}
    assert len(official) == 77
    assert len(codes) == 928
    assert {code[:2] for code in codes} == set(official)
    assert "ไทย" not in countries()


def test_each_province_but_two_has_its_capital_district() -> None:
    """Bangkok has none; Ayutthaya's capital district bears the province's bare name."""
    without = {p.name for p in provinces().values() if district_code("เมือง", p) is None}
    assert without == {"กรุงเทพมหานคร", "พระนครศรีอยุธยา"}


def test_town_abroad_is_no_province() -> None:
    assert city_at("นครราชสีมา", 0) is None
    assert city_at("เมืองดาวอส", 0) is not None
    assert country_at("ประเทศไทย", 0) is None
    assert area_at("ประเทศลาว ", 0) == country_at("ประเทศลาว ", 0) is not None


def test_hostile_text_ends() -> None:
    """A text of one kind of word, without a blank or of blanks alone, is read in one pass."""
    for unit in ("ประชุมที่ห้อง", "ณ ห้อง ก ", "อ.เมือง จ.เลย ", "\nชั้น 1 อาคาร", "ณ วัด("):
        text = unit * 400
        assert venue_at(text, 0) <= len(text)
        assert isinstance(address(text, 0), list)
