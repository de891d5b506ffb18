"""The register of bodies: each name once, numbers that are known, one body by all of its spellings."""

from __future__ import annotations

import re

import pytest

from extractors.thai import area_offices, register
from extractors.thai.bodies import find_bodies, normal_name, official_code
from extractors.thai.gazetteer import provinces

PRIMARY = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"
SECONDARY = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา"
BEFORE_2553 = "สำนักงานเขตพื้นที่การศึกษา"


def test_every_name_spelling_and_code_is_one_body_s() -> None:
    bodies = register.bodies().values()
    owners: dict[str, set[str]] = {}
    for body in bodies:
        for form in (body.name, *body.short, *body.also):
            owners.setdefault(re.sub(r"[\s.ฯ]", "", form), set()).add(body.name)
    assert not [names for names in owners.values() if len(names) > 1]
    codes = [body.code for body in bodies if body.code]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 5 and code.isdigit() for code in codes)


def test_what_a_body_names_is_registered_too() -> None:
    bodies = register.bodies()
    for body in bodies.values():
        assert body.parent is None or body.parent in bodies
        assert set(body.became) <= bodies.keys()
        assert bool(body.became) <= bool(body.until)


def test_there_are_as_many_offices_as_the_ministry_has() -> None:
    names = register.bodies()
    now = [name for name, body in names.items() if body.until is None]
    assert sum(name.startswith(PRIMARY) for name in now) == 183
    assert sum(name.startswith(SECONDARY) for name in now) == 62
    assert sum(name.startswith(f"{SECONDARY} เขต") for name in names) == 42
    assert sum(name.startswith("สำนักงานศึกษาธิการจังหวัด") for name in now) == 77
    assert sum(name.startswith("สำนักงานศึกษาธิการภาค") for name in now) == 18
    assert sum(name.startswith("มหาวิทยาลัยราชภัฏ") for name in now) == 38
    assert sum(name.startswith("มหาวิทยาลัยเทคโนโลยีราชมงคล") for name in now) == 9


def test_the_secondary_areas_cover_every_province_once_before_and_after() -> None:
    named = {province.name for province in provinces().values()}
    after = [word for name in register.bodies() for word in _of(name).split() if word in named]
    assert sorted(after) == sorted([*named, "กรุงเทพมหานคร"])  # which has two
    old = [body for body in register.bodies().values() if re.fullmatch(rf"{SECONDARY} เขต \d+", body.name)]
    became = {now for body in old for now in body.became}
    assert became == {name for name in register.bodies() if _of(name)}


def _of(name: str) -> str:
    """The provinces of a secondary area of today."""
    body = register.bodies()[name]
    return name.removeprefix(SECONDARY) if name.startswith(SECONDARY) and body.until is None else ""


# (as written, the normal name). To add one: a line.
ONE = [
    *((form, f"{PRIMARY}ขอนแก่น เขต 1") for form in ("สพป.ขอนแก่น เขต 1", "สพป.ขก.1", "สพป. ขอนแก่น เขต ๑")),
    ("สนง.เขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 1", f"{PRIMARY}ขอนแก่น เขต 1"),
    ("สพป.กระบี่", f"{PRIMARY}กระบี่"),
    ("สพป.ภูเก็ต เขต 1", f"{PRIMARY}ภูเก็ต"),  # it has but one
    *((form, f"{SECONDARY}สิงห์บุรี อ่างทอง") for form in ("สพม.สิงห์บุรี อ่างทอง", "สพม.สิงห์บุรี-อ่างทอง")),
    ("สพม.พังงา ภูเก็ต และระนอง", f"{SECONDARY}พังงา ภูเก็ต ระนอง"),
    *((form, f"{SECONDARY}กรุงเทพมหานคร เขต 1") for form in ("สพม.กท 1", "สพม.กทม. เขต 1")),
    *((form, f"{SECONDARY} เขต 22") for form in ("สพม.22", "สพม. เขต ๒๒", "สพม.เขต 22")),
    ("สพท.แพร่ เขต 2", f"{BEFORE_2553}แพร่ เขต 2"),
    *((form, "สำนักงานศึกษาธิการจังหวัดน่าน") for form in ("ศธจ.น่าน", "สำนักงานศึกษาธิการจังหวัดน่าน")),
    ("ศธภ. 15", "สำนักงานศึกษาธิการภาค 15"),
    *((form, "มหาวิทยาลัยขอนแก่น") for form in ("มข.", "ม.ขอนแก่น", "มหาวิทยาลัย ขอนแก่น")),
    *((form, "จุฬาลงกรณ์มหาวิทยาลัย") for form in ("จุฬาฯ", "จุฬาลงกรณ์มหาวิทยาลัย")),
    ("มรภ.บ้านสมเด็จ", "มหาวิทยาลัยราชภัฏบ้านสมเด็จเจ้าพระยา"),
    ("มทร.ล้านนา", "มหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา"),
    ("สนก. สพฐ.", "สำนักพัฒนานวัตกรรมการจัดการศึกษา"),
    ("สำนักวิชาการและมาตรฐานการศึกษา สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "สำนักวิชาการและมาตรฐานการศึกษา"),
    ("กรมการปกครอง กระทรวงมหาดไทย", "กรมการปกครอง"),
    ("กระทรวง อว.", "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
    # what is no office of the register keeps its words, spelt out
    ("สพป.สุขสันต์ เขต 2", f"{PRIMARY}สุขสันต์ เขต 2"),
    ("คณะวิทยาศาสตร์ มข.", "คณะวิทยาศาสตร์ มหาวิทยาลัยขอนแก่น"),
    ("สทศ.", "สถาบันทดสอบทางการศึกษาแห่งชาติ (องค์การมหาชน)"),
]


@pytest.mark.parametrize(("written", "name"), ONE)
def test_short_and_full_forms_are_one(written: str, name: str) -> None:
    assert normal_name(written) == name
    assert normal_name(name) == name


def test_an_area_that_never_was_is_none() -> None:
    assert area_offices.normal("สพป.ขอนแก่น เขต 9") is None
    assert area_offices.normal("สพม. เขต 43") is None
    assert area_offices.normal("สพม.น่าน แพร่") is None


@pytest.mark.parametrize(
    ("was", "year", "now"),
    [
        (f"{SECONDARY} เขต 22", 2564, [f"{SECONDARY}นครพนม", f"{SECONDARY}มุกดาหาร"]),
        (f"{SECONDARY} เขต 25", 2564, [f"{SECONDARY}ขอนแก่น"]),
        (f"{BEFORE_2553}แพร่ เขต 2", 2553, [f"{PRIMARY}แพร่ เขต 2"]),
        ("สำนักงานคณะกรรมการการอุดมศึกษา", 2562, ["สำนักงานปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"]),
        ("สถาบันราชภัฏเลย", 2547, ["มหาวิทยาลัยราชภัฏเลย"]),
        ("ศูนย์การศึกษานอกระบบและการศึกษาตามอัธยาศัยอำเภอปัว", 2566, ["ศูนย์ส่งเสริมการเรียนรู้ระดับอำเภอปัว"]),
    ],
)
def test_who_came_after_whom_and_when(was: str, year: int, now: list[str]) -> None:
    assert register.successors(was) == tuple((name, year) for name in now)
    assert all((was, year) in register.predecessors(name) for name in now)


def test_area_offices_are_found_whole_in_a_text() -> None:
    text = "สพม.สิงห์บุรี อ่างทอง ร่วมกับ สพม. เขต 22 และสพป.ขก.1 จัดอบรม"
    assert [body.name for body in find_bodies(text)] == ["สพม.สิงห์บุรี อ่างทอง", "สพม. เขต 22", "สพป.ขก.1"]


def test_codes_are_those_of_the_full_name() -> None:
    assert official_code("ศธ.") == official_code("กระทรวงศึกษาธิการ") == "20000"
    assert official_code("โรงเรียนบ้านลมโชย") is None
