"""The event's own name, out of headlines, sentences, letters, minutes and programmes."""

from __future__ import annotations

import pytest

from extractors.fields import title
from extractors.fields.headline import HEADLINE_RULE
from extractors.records import Document, Found
from extractors.thai.occasions import name_end


def find(text: str) -> Found:
    return title.find(Document("d", "", "text/html", text), {})["title"]


# (text, its event's name). To add one: the shortest text that shows the trap; invented names only.
TITLES = [
    # a sentence says it better than the headline
    (
        "ผอ.สุขสันต์ ถกผู้บริหาร\nวันที่ 4 มีนาคม 2567 นายสมมติ ตั้งใจดี เป็นประธานการประชุมผู้บริหารสถานศึกษา"
        " ครั้งที่ 3/2567 ณ ห้องประชุมชงโค",
        "การประชุมผู้บริหารสถานศึกษา ครั้งที่ 3/2567",
    ),
    # the headline has it with การ, the sentence without
    (
        "การอบรมครูแกนนำ\nวันที่ 4 มีนาคม 2567 โรงเรียนบ้านลมโชย จัดอบรมครูแกนนำ ณ หอประชุม",
        "การอบรมครูแกนนำ",
    ),
    # another meeting, before this one
    (
        "เตรียมประชุม\nวันนี้ (4 มี.ค. 67) ก่อนการประชุมสภามหาวิทยาลัย นายสมมติ ตั้งใจดี เปิดนิทรรศการภาพเก่าเมืองน่าน",
        "นิทรรศการภาพเก่าเมืองน่าน",
    ),
    # wrappers
    ("โรงเรียนบ้านลมโชย จัดกิจกรรมค่ายดูดาว เมื่อวันที่ 4 มีนาคม 2567", "ค่ายดูดาว"),
    ("นายสมมติ เป็นประธานในพิธีเปิดการอบรมปฐมพยาบาล ณ หอประชุม", "การอบรมปฐมพยาบาล"),
    ('วันที่ 4 มีนาคม 2567 วัดลมโชย จัดงาน "มหกรรมตลาดริมน้ำ" ครั้งแรกของปี', "มหกรรมตลาดริมน้ำ"),
    # the body gives in full what a headline shortens
    (
        "รมช.ฟ้าใส ประธานการประชุม คพช. ครั้งที่ 4/2565\n"
        "นางฟ้าใส เป็นประธานการประชุมคณะกรรมการพัฒนาชุมชน (คพช.) ครั้งที่ 4/2565 ณ ห้อง 1",
        "การประชุมคณะกรรมการพัฒนาชุมชน (คพช.) ครั้งที่ 4/2565",
    ),
    # a thousand is no end, an aim with the number behind it none either
    (
        "นายสมมติ เป็นประธานการประชุมหารือโครงการเติมเงิน 10,000 บาท โดยมี นางฟ้าใส",
        "การประชุมหารือโครงการเติมเงิน 10,000 บาท",
    ),
    (
        "วันนี้ (4 มี.ค. 67) สมาคมตัวอย่าง แถลงข่าวโครงการเงินอุดหนุนสนับสนุนการผลิตสารคดีและแอนิเมชันไทยของเยาวชนทั่วประเทศ"
        " เพื่อส่งเสริมการอ่าน ประจำปี 2568",
        "แถลงข่าวโครงการเงินอุดหนุนสนับสนุนการผลิตสารคดีและแอนิเมชันไทยของเยาวชนทั่วประเทศ เพื่อส่งเสริมการอ่าน ประจำปี 2568",
    ),
    # whatever somebody opens; the day of the page is no headline, nor is the site's name
    (
        "นายสมมติ เป็นประธานเปิดการถ่ายทอดเทคโนโลยีการเกษตร ครั้งที่ 2 ณ โรงแรมลมโชย",
        "การถ่ายทอดเทคโนโลยีการเกษตร ครั้งที่ 2",
    ),
    ("วันจันทร์ที่ 4 มีนาคม 2567\nชาวลมโชยลอยกระทงคืนนี้", "ชาวลมโชยลอยกระทงคืนนี้"),
    ("เทศบาลลมโชย-ข่าว-ชาวลมโชยลอยกระทงคืนนี้\n\nชาวลมโชยลอยกระทงคืนนี้\nขอให้ปลอดภัย", "ชาวลมโชยลอยกระทงคืนนี้"),
    # what is handed over; the witness of a signing; not what somebody is enrolled in
    ("นายสมมติ เป็นประธานมอบรางวัลครูดีศรีลมโชย ประจำปี 2566 ณ หอประชุม", "มอบรางวัลครูดีศรีลมโชย ประจำปี 2566"),
    (
        "นายสมมติ เป็นประธานสักขีพยานในพิธีลงนามบันทึกข้อตกลงสหกรณ์ลมโชย โดยมี นางฟ้าใส ร่วมลงนาม นอกจากนี้ ยังพบครู",
        "พิธีลงนามบันทึกข้อตกลงสหกรณ์ลมโชย",
    ),
    # a quoted name is whole
    ('วิทยาลัยชุมชนดอยหมอก จัดนิทรรศการ "เส้นและสี" งานแสดงผลงานนักศึกษา', 'นิทรรศการ "เส้นและสี"'),
    # aside: the name again in English, after the number
    (
        "นายสมมติ เป็นประธานการประชุมครูนานาชาติ ครั้งที่ 4 (The 4th Teachers’ Meeting) ณ กรุงเทพมหานคร",
        "การประชุมครูนานาชาติ ครั้งที่ 4",
    ),
    # a part of a larger event
    (
        "วันที่ 4 มีนาคม 2567 นายสมมติ ร่วมการเสวนา หัวข้อ “นาข้าว” ภายในงานประชุมวิชาการเกษตร ครั้งที่ 9 ณ หอประชุม",
        "งานประชุมวิชาการเกษตร ครั้งที่ 9",
    ),
    # bare: the meeting of which the text speaks already
    (
        "ประชุมเครือข่ายโรงเรียนปลายน้ำ\nการประชุมครั้งนี้มีผู้เข้าร่วม 30 คน และมีการบรรยายพิเศษ",
        "ประชุมเครือข่ายโรงเรียนปลายน้ำ",
    ),
    # a post, not the chair of one
    (
        "วันที่ 4 มีนาคม 2567 นายสมมติ ประธานโครงการ กล่าวเปิดการแข่งขันหมากรุก ณ ลานวัด",
        "การแข่งขันหมากรุก",
    ),
    # งาน as the end of another word
    (
        "แถลงผล\nผลการดำเนินงานของหน่วยงานในพื้นที่ดีขึ้น วันที่ 4 มีนาคม 2567 จึงจัดงานเลี้ยงขอบคุณชาวบ้าน ณ วัด",
        "งานเลี้ยงขอบคุณชาวบ้าน",
    ),
    # an official letter, minutes, a programme
    (
        "ที่ ศธ ๐๔๐๑๒/ว ๑๒๓\nเรื่อง ขอเชิญประชุมครู\nด้วยสำนักงานตัวอย่าง กำหนดจัดการประชุมครูผู้สอน ครั้งที่ ๖/๒๕๖๖"
        " ในวันที่ ๑๕ มิถุนายน ๒๕๖๖",
        "การประชุมครูผู้สอน ครั้งที่ ๖/๒๕๖๖",
    ),
    (
        "รายงานการประชุมคณะกรรมการสถานศึกษา\nโรงเรียนบ้านลมโชย ครั้งที่ 3/2567\nวันที่ 4 มีนาคม 2567",
        "การประชุมคณะกรรมการสถานศึกษา โรงเรียนบ้านลมโชย ครั้งที่ 3/2567",
    ),
    (
        "วันครูริมน้ำ\n08.30 - 09.00 น. ลงทะเบียน\n09.00 - 09.30 น.\n- พิธีเปิดงานสัมมนาใหญ่",
        "วันครูริมน้ำ",
    ),
    # deeds, where there is no noun
    (
        "วันที่ 4 มีนาคม 2567 นายสมมติ ลงพื้นที่ตรวจเยี่ยมโรงเรียนบ้านลมโชย เพื่อติดตามการสอน",
        "ลงพื้นที่ตรวจเยี่ยมโรงเรียนบ้านลมโชย",
    ),
    # where it ends: the day, the place, the person, the way, the number
    ("จัดอบรมพนักงานขับรถ ประจำปี 2567 ระหว่างวันที่ 4 - 5 มีนาคม 2567", "อบรมพนักงานขับรถ ประจำปี 2567"),
    ("จัดประชุมผู้ปกครอง ผ่านระบบออนไลน์ เมื่อวันที่ 4 มีนาคม 2567", "ประชุมผู้ปกครอง"),
    ("จัดพิธีมอบทุนการศึกษา โดยมีนายสมมติ ตั้งใจดี เป็นประธาน", "พิธีมอบทุนการศึกษา"),
]


@pytest.mark.parametrize(("text", "name"), TITLES)
def test_titles(text: str, name: str) -> None:
    found = find(text)
    assert found.value == name
    assert " ".join(text[found.start : found.end].split()) == name


def test_a_text_without_any_name_of_an_event_gives_its_headline_with_little_confidence() -> None:
    found = find("แจ้งปิดระบบเครือข่าย\nระบบจะปิดในวันที่ 4 มีนาคม 2567")
    assert (found.value, found.rule) == ("แจ้งปิดระบบเครือข่าย", HEADLINE_RULE)
    assert found.confidence < 0.5


def test_an_empty_text_has_no_title() -> None:
    assert title.find(Document("d", "", "text/html", " \n"), {}) == {}


def test_hard_wrapped_lines_are_one_name() -> None:
    line = "โรงเรียนบ้านลมโชย จัดการประชุมเชิงปฏิบัติการพัฒนาหลักสูตรท้องถิ่นเพื่อการเรียนรู้ของนักเรียน"
    text = f"{line}\nระดับประถมศึกษา วันที่ 4 มีนาคม 2567"
    assert text[: name_end(text, line.index("การประชุม"))].endswith("ของนักเรียน\nระดับประถมศึกษา")


@pytest.mark.parametrize("unit", ["การประชุม", "จัดงาน ", "(", '"งาน', "ประธานในพิธีเปิด", "โครงการกิจกรรม“"])
def test_a_long_hostile_text_is_read_in_its_opening_only(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    found = title.find(Document("d", "", "text/plain", text), {}).get("title")
    assert found is None or found.start < title.REACH
