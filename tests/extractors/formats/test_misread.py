"""Words that OCR misreads always alike."""

from __future__ import annotations

import pytest

from extractors.formats.misread import spelt


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("แหล่งน้าและป่าต้นน้า", "แหล่งน้ำและป่าต้นน้ำ"),
        ("ขอย้าว่าไม่ต่ากว่าห้าคน", "ขอย้ำว่าไม่ต่ำกว่าห้าคน"),
        ("ซึงจัดขึนเมือวันที ๑๑", "ซึ่งจัดขึ้นเมื่อวันที่ ๑๑"),
        ("ผู้ทีจะเข้าร่วม ครัง ที ๒", "ผู้ที่จะเข้าร่วม ครั้ง ที่ ๒"),
    ],
)
def test_what_has_lost_a_mark_gets_it_back(read: str, true: str) -> None:
    assert spelt(read) == true


@pytest.mark.parametrize(
    "text",
    [
        "หน้าห้องประชุม เจ้าหน้าที่ ผักคะน้า โน้มน้าว",
        "ย้ายจากด้านซ้าย ต่างประเทศ เกาะเต่า กระต่าย การค้า",
        "ทีมงาน นาที เวที ทันที คดี นี้ ที่ ขึ้น",
        "seminar@example.go.th",
        "",
    ],
)
def test_what_is_spelt_well_stays(text: str) -> None:
    assert spelt(text) == text
