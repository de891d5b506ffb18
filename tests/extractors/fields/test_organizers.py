"""By whom: only where the text says who holds it."""

from __future__ import annotations

import pytest

from extractors.fields import organizers, title
from extractors.records import Document, Found


def find(text: str) -> dict[str, Found]:
    document = Document("d", "", "text/html", text)
    return organizers.find(document, title.find(document, {}))


def names(text: str) -> list[str]:
    return [found.value for path, found in find(text).items() if path.startswith("organizers[")]


# (text, who holds the event). To add one: the shortest text that shows the trap; invented bodies and persons.
HELD = [
    ("โรงเรียนบ้านลมโชย จัดอบรมครูแกนนำ", ["โรงเรียนบ้านลมโชย"]),
    ("โรงเรียนบ้านลมโชยจัดอบรมครูแกนนำ", ["โรงเรียนบ้านลมโชย"]),
    # a school's place stands behind its name
    ("วิทยาลัยพยาบาลลมโชย สายธาร ได้จัดพิธีไหว้ครู ณ หอประชุม", ["วิทยาลัยพยาบาลลมโชย"]),
    # what a body is called is no body
    (
        "วิทยาลัยลมโชย เป็นวิทยาลัยสายอาชีพที่เก่าแก่ ได้จัดงานวันสถาปนาวิทยาลัย",
        [],
    ),
    # led by somebody, whose post names a body too
    (
        "เมื่อวันที่ 4 มีนาคม 2567 กลุ่มวิจัยการศึกษา สำนักลมโชย\nนำโดย นางสมมติ ตั้งใจดี ผู้อำนวยการกลุ่มวิจัยการศึกษา"
        " และคณะ ได้ดำเนินการจัดประชุมครูแกนนำ",
        ["กลุ่มวิจัยการศึกษา สำนักลมโชย"],
    ),
    # the office above it by its short name; where it is held is not by whom
    (
        "สพป.สุขสันต์ เขต 2 จัดอบรมครูแกนนำ\nกลุ่มนิเทศ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2 จัดอบรมครูแกนนำ",
        ["กลุ่มนิเทศ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2"],
    ),
    # a known short form in brackets does not part two
    (
        "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (สพฐ.) ร่วมกับ วิทยาลัยลมโชย จัดอบรมครูแกนนำ",
        ["สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "วิทยาลัยลมโชย"],
    ),
    # a town's third school bears its temple's name
    ("โรงเรียนเทศบาล 3 (วัดลมโชย) จัดอบรมครูแกนนำ", ["โรงเรียนเทศบาล 3 (วัดลมโชย)"]),
    # a club of a school is the school's; who opens a course holds it
    ("ชมรมดนตรี โรงเรียนบ้านลมโชย จัดค่ายดนตรี", ["ชมรมดนตรี โรงเรียนบ้านลมโชย"]),
    ("ศูนย์ภาษา ม.ริมธาร เปิดอบรมภาษามลายู", ["ศูนย์ภาษา ม.ริมธาร"]),
    # the headline above ends with people, who are not its
    ("ค่ายคุณธรรมนักเรียน\nอบต.ลมโชย ร่วมกับ วัดลมโชย จัดค่ายคุณธรรมนักเรียน", ["อบต.ลมโชย", "วัดลมโชย"]),
    # several
    (
        "ศูนย์เรียนรู้ริมน้ำ ร่วมกับ คณะเกษตร มหาวิทยาลัยลมหนาว มหาวิทยาลัยริมน้ำ และสำนักงานตัวอย่าง (สตย.) จัดโครงการอบรมทำนา",
        ["ศูนย์เรียนรู้ริมน้ำ", "คณะเกษตร มหาวิทยาลัยลมหนาว", "มหาวิทยาลัยริมน้ำ", "สำนักงานตัวอย่าง"],
    ),
    (
        "อบต.ลมโชย ร่วมกับ โรงเรียนบ้านลมโชย และภาคีเครือข่ายในพื้นที่ จัดกิจกรรมปลูกป่า",
        ["อบต.ลมโชย", "โรงเรียนบ้านลมโชย"],
    ),
    # tell the press together; one alone is who speaks there
    (
        "สำนักงานลมโชย (สลช.) ร่วมกับ กระทรวงตัวอย่าง แถลงข่าวโครงการปลูกป่า",
        ["สำนักงานลมโชย", "กระทรวงตัวอย่าง"],
    ),
    ("นางฟ้าใส ผู้อำนวยการกองป่าไม้ สำนักงานลมโชย ร่วมแถลงข่าวการจัดงานปลูกป่า", []),
    # behind a name in quotes, where the place follows; what one is invited to, under another name
    ('นายสมมติ เข้าร่วมการประชุม "น้ำกับป่า" โดยสำนักงานลมโชย ณ ห้องดอกคูน', ["สำนักงานลมโชย"]),
    (
        "ธนาคารลมโชย จัดประชุมนักลงทุน\nขอเชิญร่วมกิจกรรม Sounding จัดโดย การยาสูบลมโชย ร่วมกับ บริษัท ริมธาร จำกัด",
        ["ธนาคารลมโชย", "การยาสูบลมโชย", "บริษัท ริมธาร จำกัด"],
    ),
    # held by
    (
        "นายสมมติ ตั้งใจดี เปิดงานวันข้าวใหม่ จัดโดย สมาคมชาวนาริมน้ำ และวัดลมโชย ณ ลานวัด",
        ["สมาคมชาวนาริมน้ำ", "วัดลมโชย"],
    ),
    (
        "ร่วมงานวันข้าวใหม่ ซึ่งเป็นความร่วมมือระหว่างสมาคมชาวนาริมน้ำ กับ เทศบาลเมืองลมโชย",
        ["สมาคมชาวนาริมน้ำ", "เทศบาลเมืองลมโชย"],
    ),
    ("จัดงานวันข้าวใหม่ โดยมีวัดลมโชย เป็นเจ้าภาพ", ["วัดลมโชย"]),
    (
        "ร่วมงานวันข้าวใหม่ จัดโดยสำนักงานตัวอย่างลมโชย (สตล.) หรือ STL ร่วมกับเทศบาลเมืองลมโชย",
        ["สำนักงานตัวอย่างลมโชย", "เทศบาลเมืองลมโชย"],
    ),
    ("ประชุมกรรมการ ครั้งที่ 2 จัดโดย สมาคมชาวนาริมน้ำณ ห้องประชุม 1", ["สมาคมชาวนาริมน้ำ"]),
    ("ร่วมงานวันข้าวใหม่ จัดโดย วัดลมโชย ร่วมกับสมาคมชาวนา (สชน.) เป็นเจ้าภาพร่วมในการจัดงาน", ["วัดลมโชย", "สมาคมชาวนา"]),
    ("ในงานแถลงข่าว ธนาคารยังได้จัดเสวนาเรื่อง นกน้ำ", []),
    ("จัดค่ายดูดาว โดยมีกองกลาง และกองแผนงาน เป็นผู้รับผิดชอบโครงการ", ["กองกลาง", "กองแผนงาน"]),
    # who invites to it, holds it
    ("หอสมุดริมน้ำ ขอเชิญผู้สนใจเข้าร่วมฟังการเสวนาเรื่อง นกน้ำ", ["หอสมุดริมน้ำ"]),
    # somebody of a body, or somewhere in one, is not the body
    ("ผู้อำนวยการโรงเรียนบ้านลมโชย จัดประชุมครู", []),
    ("เปิดการอบรมครู ณ โรงเรียนบ้านลมโชย จัดอบรมสองวัน", []),
    ("อธิบดีกรมลมโชย เป็นประธานการประชุมคณะกรรมการแผนงาน ครั้งที่ 1/2567", []),
    # to sort, to manage, to procure
    ("โรงเรียนบ้านลมโชย จัดการขยะ และจัดซื้อหนังสือ", []),
    # the days stand between what is held and by whom; what then follows "by" is no body
    (
        "งานวันข้าวใหม่\nนายสมมติ ตั้งใจดี กล่าวในงานวันข้าวใหม่ "
        "ซึ่งจัดขึ้นระหว่างวันที่ 2 - 6 มีนาคม 2567 โดยกรมตัวอย่าง ณ ลานกว้าง",
        ["กรมตัวอย่าง"],
    ),
    ("เสวนาข้าวใหม่ วันที่ 4 มีนาคม 2567 จัดโดย กรมตัวอย่าง โดยการเสวนามุ่งหวังให้เกิดการแลกเปลี่ยน", ["กรมตัวอย่าง"]),
    ("กรมตัวอย่างเปิดตัวโครงการข้าวใหม่", ["กรมตัวอย่าง"]),
    # led by its dean, whose title stands before the name; a name with a blank before "and"
    (
        "คณะศึกษาศาสตร์ มหาวิทยาลัยลมโชย นำโดยคณบดี รองศาสตราจารย์ ดร.สมมติ ตั้งใจดี และบุคลากร จัดพิธีวางศิลาฤกษ์",
        ["คณะศึกษาศาสตร์ มหาวิทยาลัยลมโชย"],
    ),
    ("สมาคมครูช่าง และครูศิลป์แห่งประเทศไทย จัดอบรมครูแกนนำ", ["สมาคมครูช่าง และครูศิลป์แห่งประเทศไทย"]),
]


@pytest.mark.parametrize(("text", "bodies"), HELD)
def test_organizers(text: str, bodies: list[str]) -> None:
    assert names(text) == bodies


def test_where_it_is_held_is_not_by_whom() -> None:
    text = "โรงเรียนบ้านลมโชย จัดอบรมครูแกนนำ ณ โรงแรมริมธาร กรุงเทพมหานคร โดย นายสมมติ ตั้งใจดี เปิดอบรมครูแกนนำ"
    document = Document("d", "", "text/html", text)
    facts = title.find(document, {})
    assert [f.value for p, f in organizers.find(document, facts).items() if "[" in p][1:] == ["กรุงเทพมหานคร"]
    place = text.index("กรุงเทพมหานคร")
    facts["province"] = Found("กรุงเทพมหานคร", place, place + len("กรุงเทพมหานคร"), "address")
    assert [f.value for p, f in organizers.find(document, facts).items() if "[" in p] == ["โรงเรียนบ้านลมโชย"]


def test_another_event_has_other_organizers() -> None:
    text = (
        "การประชุมครูแกนนำ ครั้งที่ 2/2567\nวันที่ 4 มีนาคม 2567 นายสมมติ ตั้งใจดี เป็นประธานการประชุมครูแกนนำ ครั้งที่ 2/2567\n"
        "เมื่อปีก่อน เทศบาลเมืองลมโชย จัดมหกรรมว่าวไทยที่ชายหาด มีผู้ชมจำนวนมาก"
    )
    assert names(text) == []


def test_one_body_under_two_names_is_named_once_and_in_full() -> None:
    text = "สพฐ. จัดอบรมครูแกนนำ\nสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (สพฐ.) จัดอบรมครูแกนนำ วันที่ 4 มีนาคม 2567"
    found = find(text)
    assert names(text) == ["สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"]
    assert found["organizations"].value == (("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "20004"),)


def test_an_unknown_abbreviation_is_spelt_out_by_the_text_itself() -> None:
    text = "สตลย. จัดอบรมครูแกนนำ\nวันที่ 4 มีนาคม 2567 สำนักงานตัวอย่างลมโชย (สตลย.) จัดอบรมครูแกนนำ"
    assert find(text)["organizations"].value == (("สำนักงานตัวอย่างลมโชย", None),)


def test_every_name_stands_at_its_evidence_and_has_its_normal_name_beside_it() -> None:
    text = "อบต.ลมโชย ร่วมกับ  วัดลมโชย จัดงานวันข้าวใหม่"
    found = find(text)
    assert [text[fact.start : fact.end] for path, fact in found.items() if "[" in path] == names(text)
    assert found["organizations"].value == (("องค์การบริหารส่วนตำบลลมโชย", None), ("วัดลมโชย", None))


@pytest.mark.parametrize("unit", ["กรมลม และคณะ โดยนายดี ใจดี จัดงาน ", "จัดงาน", "วัดลม, และผู้ และหน่วยงาน "])
def test_a_long_hostile_text_ends(unit: str) -> None:
    assert len(names(unit * (200_000 // len(unit)))) <= 2
