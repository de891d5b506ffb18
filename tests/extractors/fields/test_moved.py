"""Moved and coarse: old days beside new, a month, a quarter, a day of the moon, a weekday that is wrong.

To add a case: the text, and what must be read of the event; a path given as
None must not be found.
"""

from __future__ import annotations

import pytest

from extractors.fields import days
from extractors.records import Document, Found

MOVED = [
    (
        "ขอเลื่อนการประชุมครู จากเดิมวันที่ 5 มีนาคม 2567 เป็นวันที่ 9 มีนาคม 2567",
        {"start": "2024-03-09", "previous_start": "2024-03-05", "previous_end": "2024-03-05"},
    ),
    (
        "ตามที่โรงเรียนกำหนดจัดค่ายวิทยาศาสตร์ ระหว่างวันที่ 6 - 8 มีนาคม 2564 นั้น "
        "จึงขอเลื่อนค่ายดังกล่าวเป็นวันที่ 20 - 22 มีนาคม 2564",
        {
            "start": "2021-03-20",
            "end": "2021-03-22",
            "previous_start": "2021-03-06",
            "previous_end": "2021-03-08",
        },
    ),
    (
        "แจ้งเลื่อนงานคืนสู่เหย้า ซึ่งกำหนดจัดในวันเสาร์ที่ 16 มกราคม 2564 ออกไปก่อนจนกว่าสถานการณ์จะคลี่คลาย",
        {"start": None, "previous_start": "2021-01-16"},
    ),
    # who is promoted is not put off
    ("วันที่ 5 มีนาคม 2567 ประชุมพิจารณาเลื่อนเงินเดือนครู", {"start": "2024-03-05", "previous_start": None}),
    # nor is a meeting that puts off a holiday
    (
        "วันที่ 5 มีนาคม 2567 ประชุมครู เห็นชอบให้เลื่อนวันหยุดชดเชย จากวันที่ 8 มีนาคม 2567 เป็นวันที่ 11 มีนาคม 2567",
        {"start": "2024-03-05", "previous_start": None},
    ),
    # a day that was planned, of something else
    (
        "วันที่ 5 มีนาคม 2567 ประชุมครู ซึ่งกำหนดจัดค่ายในวันที่ 9 มีนาคม 2567 ต่อไป",
        {"start": "2024-03-05", "previous_start": None},
    ),
]
COARSE = [
    ("มหาวิทยาลัยเตรียมจัดการประชุมวิชาการ ในเดือนพฤษภาคม 2568 ที่จังหวัดระยอง", "2025-05"),
    ("กำหนดจัดสัมมนาสมาชิกประจำปี ภายในไตรมาส 4/67", "2024-Q4"),
    ("กำหนดจัดสัมมนาครู ระหว่างเดือนมีนาคม – พฤษภาคม พ.ศ. 2567", "2024-03/2024-05"),
    ("กำหนดจัดสัมมนาครู ตั้งแต่เดือน ธ.ค. ถึงเดือน ก.พ. 2567", "2023-12/2024-02"),
    ("รายได้ระหว่างเดือนมีนาคม - พฤษภาคม 2567", None),
    ("จะจัดอบรมครูในไตรมาสที่ 2 ของปี 2566", "2023-Q2"),
    # the fiscal year begins in October of the year before
    ("จะจัดอบรมครูในไตรมาสที่ 1 ของปีงบประมาณ 2567", "2023-10/2023-12"),
    ("จะจัดอบรมครูในไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2567", "2024-01/2024-03"),
    ("กำหนดจัดงานมหกรรมหนังสือ ปลายปี 2568", "2025"),
    ("วันพุธที่ 5 มีนาคม 2568\nพิมพ์\nอำเภอจะจัดงานลอยกระทง ในเดือนพฤศจิกายนนี้", "2025-11"),
    ("ธนาคารมีกำไรในไตรมาส 3/2563", None),
    ("ประชุมติดตามการเบิกจ่ายงบประมาณไตรมาสที่ 2/2566", None),
]
LUNAR = [
    ("พิธีวางศิลาฤกษ์ วันที่ 15 พฤษภาคม 2565 ตรงกับวันขึ้น 15 ค่ำ เดือน 6", "วันขึ้น 15 ค่ำ เดือน 6"),
    ("พิธีทอดกฐิน แรม ๑ ค่ำ เดือน ๑๒ ปีเถาะ ณ วัดริมคลอง", "แรม ๑ ค่ำ เดือน ๑๒ ปีเถาะ"),
    ("จัดงานวันเพ็ญขึ้น 15 ค่ำ เดือน 12 ของทุกปี", None),
]


def facts(text: str) -> dict[str, Found]:
    return days.find(Document("d", "", "text/plain", text), {})


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_moved(text: str, expected: dict[str, str | None]) -> None:
    found = facts(text)
    assert {path: found[path].value if path in found else None for path in expected} == expected


@pytest.mark.parametrize(("text", "edtf"), COARSE)
def test_a_period_without_a_day(text: str, edtf: str | None) -> None:
    found = facts(text)
    assert ("start" in found, found["date_edtf"].value if "date_edtf" in found else None) == (False, edtf)


@pytest.mark.parametrize(("text", "lunar"), LUNAR)
def test_a_day_of_the_moon_stays_text(text: str, lunar: str | None) -> None:
    found = facts(text)
    assert (found["lunar_date"].value if "lunar_date" in found else None) == lunar
    if lunar:
        place = found["lunar_date"]
        assert text[place.start : place.end] == lunar


def test_a_weekday_that_contradicts_its_day_comes_with_the_year_that_has_it() -> None:
    found = facts("วันพุธที่ 18 มกราคม พ.ศ. 2565 ประชุมครู")
    assert found["start"].value == "2022-01-18"
    assert (found["weekday_conflict"].value, found["weekday_year"].value) == ("พุธ", 2023)
    assert "weekday_year" not in facts("วันพุธที่ 18 มกราคม พ.ศ. 2566 ประชุมครู")


def test_days_that_are_not_one_span() -> None:
    found = facts("ประชุมครู วันที่ 25 – 26, 28 สิงหาคม และ 1 – 2 กันยายน 2566")
    assert found["days"].value == (
        ("2023-08-25", "2023-08-26"),
        ("2023-08-28", "2023-08-28"),
        ("2023-09-01", "2023-09-02"),
    )
