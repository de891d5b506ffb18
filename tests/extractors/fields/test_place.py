"""The event's place, chosen among all that a text names; sentences and persons are ours.

To add a case: a text and the facts it holds, in the table of its kind.
"""

from __future__ import annotations

from typing import Any

import pytest

from extractors.fields import place
from extractors.records import Document, Found


def _read(text: str, day: str | None = None) -> dict[str, Found]:
    """What is found, where the event's day is the one that `day` writes in the text."""
    facts = {}
    if day:
        at = text.index(day)
        facts = {"start": Found("2021-03-15", at, at + len(day), "test")}
    return place.find(Document("d", "", "text/plain", text), facts)


# (text, facts)
SAID: list[tuple[str, dict[str, Any]]] = [
    (
        "จัดการอบรม ณ ห้องดอกคูน ชั้น 2 โรงแรมริมธาร อ.เมือง จ.เลย โดยมีครู 60 คน",
        {
            "venue": "ห้องดอกคูน ชั้น 2 โรงแรมริมธาร",
            "district": "เมือง",
            "province": "เลย",
            "province_code": "42",
            "district_code": "4201",
        },
    ),
    # a room and a hall that bear a person's name, and a person who stands in a room without name
    ("บรรยาย ณ ห้องประชุม ดร. สมมติ ตั้งใจดี เมื่อวันที่ 4 มีนาคม 2567", {"venue": "ห้องประชุม ดร. สมมติ ตั้งใจดี"}),
    ("เปิดงาน ณ หอประชุม 100 ปี สมเด็จย่า โรงเรียนลมโชย จ.เลย", {"venue": "หอประชุม 100 ปี สมเด็จย่า โรงเรียนลมโชย"}),
    ("ประชุม ณ ห้องประชุม นายสมมติ ตั้งใจดี เป็นประธาน", {"venue": None}),
    ("ตรวจงาน ณ กลุ่มจังหวัดภาคเหนือ ณ โรงเรียนวัดลมโชย อ.เมือง", {"venue": "โรงเรียนวัดลมโชย"}),
    ("โดยมี ดร.ณ.นพชัย ชาญดี ให้การต้อนรับ", {"venue": None}),
    ("อ่านหนังสือ ณ หอสมุดจังหวัดเลย โดยมีครู 60 คน", {"venue": "หอสมุดจังหวัดเลย"}),
    ("เรียน ณ ห้อง 405 อาคารศูนย์ภาษา ค่าสมัคร 2,500 บาท", {"venue": "ห้อง 405 อาคารศูนย์ภาษา"}),
    ("ประชุมที่ห้องประชุมใหญ่ โรงเรียนบ้านทุ่ง เมื่อวานนี้", {"venue": "ห้องประชุมใหญ่ โรงเรียนบ้านทุ่ง"}),
    ("กำหนดการ\nสถานที่ : หอประชุมวิทยาลัยริมน้ำ\nเวลา 09.00 น.", {"venue": "หอประชุมวิทยาลัยริมน้ำ"}),
    ("กำหนดการ\nสถานที่จัดอบรม\nโรงแรมริมธาร เขตบางพลัด กทม.\n", {"venue": "โรงแรมริมธาร", "district": "บางพลัด"}),
    ("ลงทะเบียน\nห้องประชุมเพชร ชั้น 11\nพิธีเปิด", {"venue": "ห้องประชุมเพชร ชั้น 11"}),
    (
        "นางสมมติ เป็นประธานเปิดงาน ที่ศูนย์ส่งเสริมสายน้ำลมโชย ต.ลมโชย อ.เมือง จ.เลย",
        {"venue": "ศูนย์ส่งเสริมสายน้ำลมโชย", "district": "เมือง", "province": "เลย"},
    ),
    # where somebody goes; what a headline cuts short; where something happened is no venue
    ("ครูลงพื้นที่จังหวัดน่าน\nครูลงพื้นที่จังหวัดน่าน เพื่อเยี่ยมบ้านนักเรียน", {"venue": None, "province": "น่าน"}),
    ("ประชุม ณ หอประชุมสายธารฯ\nครูประชุม ณ หอประชุมสายธารลมโชย ชั้น 2", {"venue": "หอประชุมสายธารลมโชย ชั้น 2"}),
    ("ผอ. ลงพื้นที่ตรวจเยี่ยม ณ พื้นที่เกิดเหตุ", {"venue": None}),
    (
        "อบรม ณ ศูนย์ฝึกอบรมบริษัท ข้าวดี (ประเทศไทย) จำกัด อาคารริมธาร กรุงเทพฯ",
        {"venue": "ศูนย์ฝึกอบรมบริษัท ข้าวดี (ประเทศไทย) จำกัด อาคารริมธาร", "province": "กรุงเทพมหานคร"},
    ),
    (
        "พิธีเปิด ณ ศูนย์บริการริมธาร(RC-Center) ชั้น 1 อาคารริมธาร",
        {"venue": "ศูนย์บริการริมธาร(RC-Center) ชั้น 1 อาคารริมธาร"},
    ),
    ("ประชุมทางไกล (Webex) และห้องประชุมริมธาร ๑๐-๐๑", {"venue": "ห้องประชุมริมธาร ๑๐-๐๑"}),
    (
        "เวลา 08.30 น. ที่อุทยานริมธาร ถ.ริมธาร อ.เมือง จ.เลย นายสมมติ วางพาน",
        {"venue": "อุทยานริมธาร", "province": "เลย"},
    ),
    ("ประชุมที่ศูนย์ประชุมริมธารและระบบทางไกลออนไลน์", {"venue": "ศูนย์ประชุมริมธาร"}),
    ("ผอ. เยี่ยมร้านค้า บริเวณ ถ. ริมธาร อ.เมือง จ.เลย", {"venue": None, "province": "เลย"}),
    # who does something is no part of the place; nor is a monk's province the event's
    (
        "วันนี้ เวลา 9.00 น. ที่ศูนย์ประชุมลมโชย สมาคมกีฬาตัวอย่าง ร่วมกับ กรมตัวอย่าง จัดประชุม",
        {"venue": "ศูนย์ประชุมลมโชย"},
    ),
    (
        "วันนี้ เวลา 9.00 น. ที่ห้องประชุมชงโค โดยมี พระครูสมมติธรรม เจ้าอาวาสวัดลมโชย จังหวัดเลย ร่วมประชุม",
        {"venue": "ห้องประชุมชงโค", "province": None},
    ),
    # a joint, a verb and a count of places are no part of one; what points to a place names none
    ("ประชุม ณ ห้องประชุม 4 ศาลากลางจังหวัดเลยว่า ที่ประชุมรับทราบ", {"venue": "ห้องประชุม 4 ศาลากลางจังหวัดเลย"}),
    ("เปิดงานวันเก็บเกี่ยว ณ แปลงสับปะรดของ นายสมมติ ตั้งใจดี", {"venue": "แปลงสับปะรด"}),
    ("ลงทะเบียน ณ ศูนย์แก้ไขหนี้ลมโชย 25,425 ราย รวมจำนวนเจ้าหนี้", {"venue": "ศูนย์แก้ไขหนี้ลมโชย"}),
    ("ผอ. ลงพื้นที่บริเวณดังกล่าว", {"venue": None}),
    # a sign, who plays host, a parliament that is no country
    ("พบกัน วันศุกร์ เวลา 8.30-15.30 น. @ ลานใต้อาคาร 3 โรงเรียนบ้านทุ่ง\n", {"venue": "ลานใต้อาคาร 3 โรงเรียนบ้านทุ่ง"}),
    (
        "คณะศึกษานิเทศก์ นิเทศการสอน โรงเรียนบ้านทุ่งวิทยา โดยมี นายสมมติ ผู้อำนวยการ ให้การต้อนรับ",
        {"venue": "โรงเรียนบ้านทุ่งวิทยา"},
    ),
    ("เดินทางไปศึกษาดูงาน ณ รัฐสภา (เกียกกาย) กรุงเทพฯ", {"venue": "รัฐสภา", "country": None}),
    ("ร่วมพิธี ณ ค่ายลูกเสือจังหวัดเลย", {"venue": "ค่ายลูกเสือจังหวัดเลย", "province": "เลย"}),
    # without ณ: behind the hour, before an address; a street where one walks
    ("สอบวิทยานิพนธ์ วันที่ 3 เมษายน 2567 เวลา 13.30 น. ห้อง 503 อาคารลมหนาว", {"venue": "ห้อง 503 อาคารลมหนาว"}),
    (
        "วันนี้ เวลา 09.00 น. ที่กลุ่มทอผ้าลมโชย ตำบลลมโชย อำเภอปัว จังหวัดน่าน",
        {"venue": "กลุ่มทอผ้าลมโชย", "district": "ปัว", "province": "น่าน"},
    ),
    ("เปิดการสัมมนานะโรงแรมริมธาร จังหวัดน่าน", {"venue": None}),
    ("เปิดการสัมมนา นะโรงแรมริมธาร จังหวัดน่าน", {"venue": "โรงแรมริมธาร", "province": "น่าน"}),
    ("เข้าร่วมฯ ณ. องค์การบริหารส่วนตำบลทุ่งทอง", {"venue": "องค์การบริหารส่วนตำบลทุ่งทอง"}),
    ("เข้าร่วม ณห้องโถง ชั้น 1", {"venue": "ห้องโถง ชั้น 1"}),
    ("ประชุม ณ  ห้องประชุม  1  ชั้น 2 กรมตัวอย่าง", {"venue": "ห้องประชุม 1 ชั้น 2 กรมตัวอย่าง"}),
    ("จัดประชุมสัญจร ณ จังหวัดตราด", {"venue": None, "province": "ตราด", "country": None}),
    ("จัดเวทีเสวนา ที่จังหวัดราชบุรี", {"venue": None, "province": "ราชบุรี"}),
    ("ประชุม ณ ศาลากลางจังหวัดแพร่ เวลา 9.00 น.", {"venue": "ศาลากลางจังหวัดแพร่", "province": "แพร่"}),
    ("ประชุม ณ หอประชุมมหาวิทยาลัยเชียงใหม่ วันนี้", {"province": None}),
    ("ร่วมประชุม ณ กรุงฮานอย สาธารณรัฐสังคมนิยมเวียดนาม", {"venue": None, "country": "สาธารณรัฐสังคมนิยมเวียดนาม"}),
    (
        "อบรม ณ โรงแรมไผ่เขียว กรุงโตเกียว ประเทศญี่ปุ่น",
        {"venue": "โรงแรมไผ่เขียว", "country": "ญี่ปุ่น", "province": None, "district": None},
    ),
    ("คณะครูเตรียมเยือนลาว\nคณะครูจะออกเดินทางเดือนหน้า", {"venue": None, "country": "ลาว"}),
    (
        "อบรม ณ ห้องดอกคูน และห้องดอกจาน โรงเรียนบ้านทุ่ง",
        {"venue": "ห้องดอกคูน", "venues": ("ห้องดอกคูน", "ห้องดอกจาน โรงเรียนบ้านทุ่ง")},
    ),
    (
        "วันแรกจัด ณ ห้องดอกคูน อาคารเรียนรวม และวันที่สองจัด ณ สวนป่าริมน้ำ อำเภอปัว จังหวัดน่าน",
        {
            "venue": "ห้องดอกคูน อาคารเรียนรวม",
            "venues": ("ห้องดอกคูน อาคารเรียนรวม", "สวนป่าริมน้ำ"),
            "district": "ปัว",
        },
    ),
    (
        "เปิดงาน ณ ลานดอกคูน\nเปิดงาน ณ ลานดอกคูน อ.ปัว จ.น่าน",
        {"venue": "ลานดอกคูน", "district": "ปัว", "province": "น่าน"},
    ),
    ("ประชุมผ่านระบบ Zoom เมื่อวานนี้", {"venue": None}),
    ("ข้อมูล ณ วันที่ 5 มีนาคม 2564 มีครู 5 คน", {"venue": None}),
    ("นางสาวดอกรัก ณ ลำปาง ครูชำนาญการ เข้าร่วมประชุม", {"venue": None, "province": None}),
    ("นายบุญ มีนา เอกอัครราชทูต ณ กรุงฮานอย เข้าร่วม", {"venue": None, "country": None}),
    ("เจ้าหน้าที่ที่เกี่ยวข้องเข้าร่วมประชุม", {"venue": None}),
    ("อบรม ณ พัทยา อำเภอบางละมุง จังหวัดชลบุรี", {"venue": None, "district": "บางละมุง", "province": "ชลบุรี"}),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_place(text: str, expected: dict[str, Any]) -> None:
    found = _read(text)
    assert {path: found[path].value if path in found else None for path in expected} == expected


@pytest.mark.parametrize("text", [text for text, _ in SAID])
def test_evidence_holds_the_value(text: str) -> None:
    for path in ("venue", "district", "country"):
        if found := _read(text).get(path):
            assert " ".join(text[found.start : found.end].split()) == found.value


# (text, the event's day as written, venue)
CHOSEN = [
    (
        "วันที่ 15 มีนาคม 2564 นายสมมติ ได้ลงพื้นที่ถนนคนเดินท่าทราย อำเภอปัว จังหวัดน่าน",
        "15 มีนาคม 2564",
        "ถนนคนเดินท่าทราย",
    ),
    # a second thing, done elsewhere
    (
        "วันที่ 15 มีนาคม 2564 นายสมมติ เข้าร่วมประชุม ณ ห้องดอกคูน ศูนย์การค้าลมโชย นอกจากนี้ ยังได้ร่วมงาน ณ หอประชุมริมธาร",
        "15 มีนาคม 2564",
        "ห้องดอกคูน ศูนย์การค้าลมโชย",
    ),
    (
        "ประชุมครู ณ ห้องดอกคูน โรงเรียนบ้านทุ่ง สอบถามได้ที่ห้องธุรการ อาคาร 1",
        None,
        "ห้องดอกคูน โรงเรียนบ้านทุ่ง",
    ),
    (
        "อบรมครู วันที่ 15 มีนาคม 2564 ณ โรงแรมริมธาร กล่าวถึงงานวันที่ 9 มกราคม 2563 ณ ห้องประชุม 1 อาคารเก่า",
        "15 มีนาคม 2564",
        "โรงแรมริมธาร",
    ),
    (
        "ผู้อำนวยการสำนักงานตัวอย่าง จังหวัดเลย เป็นประธาน ณ หอประชุมดอกคูน",
        None,
        "หอประชุมดอกคูน",
    ),
]


@pytest.mark.parametrize(("text", "day", "venue"), CHOSEN)
def test_the_events_place_wins(text: str, day: str | None, venue: str) -> None:
    assert _read(text, day)["venue"].value == venue


def test_a_persons_office_gives_no_province() -> None:
    assert "province" not in _read("ผู้ว่าราชการจังหวัดเลย เป็นประธาน ณ หอประชุมดอกคูน")


def test_an_office_by_its_abbreviation_gives_no_province() -> None:
    said = _read("วันที่ 15 มีนาคม 2564 สนง.กกต.จว.เลย จัดอบรมครู ณ หอประชุมดอกคูน", "15 มีนาคม 2564")
    assert said["venue"].value == "หอประชุมดอกคูน"
    assert "province" not in said
    said = _read("วันที่ 15 มีนาคม 2564 จัดงาน ที่ลานโดมวิทยาลัยลมโชย อาชีวศึกษาจังหวัดเลย", "15 มีนาคม 2564")
    assert said["venue"].value == "ลานโดมวิทยาลัยลมโชย"
    assert "province" not in said


def test_what_is_planned_elsewhere_is_no_place_of_this_event() -> None:
    said = _read(
        "วันที่ 15 มีนาคม 2564 ครูสมาคมลมโชย เดินทางไปยัง สถานกงสุลใหญ่ตัวอย่าง เพื่อหารือการจัดค่ายเยาวชน "
        "ซึ่งมีกำหนดจัดในวันที่ 20 พฤษภาคม 2564 ณ โรงแรมริมธาร อำเภอเมือง จังหวัดเลย",
        "15 มีนาคม 2564",
    )
    assert said["venue"].value == "สถานกงสุลใหญ่ตัวอย่าง"
    assert not {"province", "district"} & said.keys()


def test_the_district_of_what_is_looked_at() -> None:
    text = "วันที่ 15 มีนาคม 2564 ศึกษานิเทศก์ลงพื้นที่ตรวจเยี่ยม กรณีการเดินทางของโรงเรียนบ้านลมโชย อำเภอปัว"
    said = _read(text, "15 มีนาคม 2564")
    assert said["district"].value == "ปัว"
    assert "province" not in said
    assert "district" not in _read(text + " และโรงเรียนบ้านสายธาร อำเภอท่าวังผา", "15 มีนาคม 2564")
    assert "district" not in _read("ลงพื้นที่ตรวจเยี่ยมโดย นายอำเภอปัว", None)


def test_several_provinces_are_none() -> None:
    day = "15 มีนาคม 2564"
    assert "province" not in _read(f"ครูลงพื้นที่ 3 แห่ง ได้แก่ จังหวัดน่าน เลย และตาก วันที่ {day}", day)


def test_a_district_s_province_is_not_read_from_an_office() -> None:
    said = _read("รองผู้ว่าราชการกรุงเทพมหานคร เปิดงาน ณ หอประชุมโรงเรียนลมโชย เขตสายไหม")
    assert said["district"].value == "สายไหม"
    assert "province" not in said
