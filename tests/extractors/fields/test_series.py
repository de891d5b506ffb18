"""The series and the number, out of the event's name."""

from __future__ import annotations

import pytest

from extractors.fields import series, title
from extractors.records import Document, Found


def find(text: str) -> dict[str, Found]:
    document = Document("d", "", "text/html", text)
    return series.find(document, title.find(document, {}))


# (text, series, number); None where the name does not say. To add one: a line with an invented name.
SERIES = [
    ("การประชุมผู้บริหารการศึกษา ครั้งที่ ๕/๒๕๖๓", "การประชุมผู้บริหารการศึกษา", "5/2563"),
    ("ประชุมผู้บริหารการศึกษา ครั้งที่ 5 / 2563", "การประชุมผู้บริหารการศึกษา", "5/2563"),
    ("การประชุมสภามหาวิทยาลัยริมน้ำ ครั้งที่ 2-2564", "การประชุมสภามหาวิทยาลัยริมน้ำ", "2/2564"),
    ("การประชุมสภามหาวิทยาลัยริมน้ำ ครั้งที่ 2/64", "การประชุมสภามหาวิทยาลัยริมน้ำ", "2/2564"),
    ("การอบรมครูแกนนำอ่านเขียน รุ่นที่ 3", "การอบรมครูแกนนำอ่านเขียน", "3"),
    ("งานสัปดาห์หนังสือริมน้ำ ประจำปี 2567", "งานสัปดาห์หนังสือริมน้ำ", None),
    ("การประชุมครูแกนนำอ่านเขียน (นัดพิเศษ)", "การประชุมครูแกนนำอ่านเขียน", None),
    ("การประชุมเตรียมเปิดภาคเรียน", None, None),
    ("การประชุม ครั้งที่ 5/2563", None, "5/2563"),  # of what, it does not say
]


@pytest.mark.parametrize(("text", "name", "number"), SERIES)
def test_series(text: str, name: str | None, number: str | None) -> None:
    found = find(text)
    assert (found["series"].value if "series" in found else None) == name
    assert (found["number"].value if "number" in found else None) == number


def test_the_number_stands_at_its_evidence() -> None:
    text = "การประชุมผู้บริหารการศึกษา ครั้งที่ ๕/๒๕๖๓ ณ ห้องประชุม"
    number = find(text)["number"]
    assert text[number.start : number.end] == "ครั้งที่ ๕/๒๕๖๓"


def test_a_headline_that_is_no_name_has_no_number() -> None:
    assert find("แจ้งปิดระบบ ครั้งที่ 5/2563") == {}
