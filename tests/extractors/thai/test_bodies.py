"""Names of bodies: where they begin, where they end, what they are called in full."""

from __future__ import annotations

import pytest

from extractors.thai.bodies import body_at, find_bodies, normal_name, official_code

# (text, the bodies in it). To add one: the shortest text that shows the trap, with invented bodies.
NAMES = [
    # a verb ends the name, with or without a blank
    ("โรงเรียนบ้านลมโชยจัดอบรมครู", ["โรงเรียนบ้านลมโชย"]),
    ("โรงเรียนบ้านลมโชย จัดอบรมครู", ["โรงเรียนบ้านลมโชย"]),
    ("สำนักส่งเสริมการเรียนรู้ตัวอย่างได้กำหนดจัดการประชุม", ["สำนักส่งเสริมการเรียนรู้ตัวอย่าง"]),
    # จัด as a part of other words
    ("กรมการจัดหางานจัดงานวันแรงงาน", ["กรมการจัดหางาน"]),
    ("คณะวิทยาการจัดการ มหาวิทยาลัยริมน้ำ", ["คณะวิทยาการจัดการ มหาวิทยาลัยริมน้ำ"]),
    # the body that it is part of
    ("กลุ่มนิเทศการศึกษา สำนักงานศึกษาธิการจังหวัดน่าน", ["กลุ่มนิเทศการศึกษา สำนักงานศึกษาธิการจังหวัดน่าน"]),
    ("สภามหาวิทยาลัยริมน้ำ จัดประชุม", ["สภามหาวิทยาลัยริมน้ำ"]),
    ("โปรแกรมวิชาดนตรี คณะครุศาสตร์ จัดอบรม", ["โปรแกรมวิชาดนตรี คณะครุศาสตร์"]),
    ("กองแผนงาน สำนักงานอธิการบดี", ["กองแผนงาน สำนักงานอธิการบดี"]),
    ("กรมการปกครอง กระทรวงมหาดไทย", ["กรมการปกครอง กระทรวงมหาดไทย"]),
    # two bodies of one rank, of which none is part of the other
    ("มหาวิทยาลัยริมน้ำ มหาวิทยาลัยลมหนาว", ["มหาวิทยาลัยริมน้ำ", "มหาวิทยาลัยลมหนาว"]),
    ("สำนักงานตัวอย่าง (สตย.) สำนักงานลมหนาว (สลห.)", ["สำนักงานตัวอย่าง", "สำนักงานลมหนาว"]),
    ("คณะประมงและคณะเกษตร มหาวิทยาลัยริมน้ำ", ["คณะประมง", "คณะเกษตร มหาวิทยาลัยริมน้ำ"]),
    # "and" and blanks that belong to the name
    ("กระทรวงเกษตรและสหกรณ์ และกระทรวงพาณิชย์", ["กระทรวงเกษตรและสหกรณ์", "กระทรวงพาณิชย์"]),
    (
        "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ร่วมกับจังหวัดน่าน",
        ["กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม", "จังหวัดน่าน"],
    ),
    ("สพป.สุขสันต์ เขต ๒ เป็นเจ้าภาพ", ["สพป.สุขสันต์ เขต ๒"]),
    ("บริษัท ลมโชย จำกัด (มหาชน) จัดงาน", ["บริษัท ลมโชย จำกัด (มหาชน)"]),
    ("สถาบันริมน้ำ (องค์การมหาชน) ร่วมกับวัดลมโชย", ["สถาบันริมน้ำ (องค์การมหาชน)", "วัดลมโชย"]),
    ("สถานเอกอัครราชทูตไทย ณ กรุงปารีส จัดงาน", ["สถานเอกอัครราชทูตไทย ณ กรุงปารีส"]),
    # abbreviations, known and unknown
    ("พม. จัดประชุม ร่วมกับ กระทรวง ดีอี", ["พม.", "กระทรวง ดีอี"]),
    ("กกฮ. จัดประชุม", ["กกฮ."]),
    # no bodies
    ("คณะครูและคณะกรรมการ", []),
    ("สภาพอากาศ กรมธรรม์ ตัวชี้วัด รางวัล", []),
    ("พ.ต.อ. ปวช. พ.ร.บ. อปท. ม.ค. 2567", []),
    ("ศูนย์ประชุมแห่งชาติ", []),
]

# (as written, in full)
FULL = [
    ("สพฐ.", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
    ("กระทรวงดีอี", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"),
    ("อบต. ลมโชย", "องค์การบริหารส่วนตำบลลมโชย"),
    ("สพป.สุขสันต์ เขต 2", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2"),
    ("สำนักงานตัวอย่าง  (สตย.)", "สำนักงานตัวอย่าง"),
    ("สถาบันริมน้ำ (องค์การมหาชน)", "สถาบันริมน้ำ (องค์การมหาชน)"),
    ("โรงเรียนบ้านลมโชย", "โรงเรียนบ้านลมโชย"),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_bodies_are_found_whole(text: str, names: list[str]) -> None:
    found = list(find_bodies(text))
    assert [body.name for body in found] == names
    assert all(" ".join(text[body.start : body.end].split()) == body.name for body in found)


def test_a_window_is_searched_in_the_offsets_of_the_text() -> None:
    text = "วัดลมโชย และโรงเรียนบ้านลมโชย จัดงาน"
    assert [(body.start, body.name) for body in find_bodies(text, 8, 29)] == [(12, "โรงเรียนบ้านลมโชย")]


def test_body_at_needs_the_name_to_begin_there() -> None:
    text = "โดยวัดลมโชย"
    body = body_at(text, 3)
    assert body is not None
    assert body.name == "วัดลมโชย"
    assert body_at(text, 0) is None


@pytest.mark.parametrize(("name", "full"), FULL)
def test_normal_names(name: str, full: str) -> None:
    assert normal_name(name) == full


def test_codes_are_those_of_the_full_name() -> None:
    assert official_code("ศธ.") == official_code("กระทรวงศึกษาธิการ") == "20000"
    assert official_code("โรงเรียนบ้านลมโชย") is None
