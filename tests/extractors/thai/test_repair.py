"""Damage that PDF producers do, undone on the text. To add a case: a line in the table."""

from __future__ import annotations

import pytest

from extractors.thai.repair import repaired
from extractors.thai.text import normalize

# (as it came, as it was meant)
DAMAGE = [
    ("การประช ุมท ี่โรงเร ียน", "การประชุมที่โรงเรียน"),  # blanks before marks
    ("ที\n่ประชุม", "ที่ประชุม"),
    ("น าความรู้ไปใช้ประจ าวัน", "นำความรู้ไปใช้ประจำวัน"),  # the page has lost all sara am
    ("สำนักงานนำความรู้ประจำวันไปสำรวจก ารทำงาน", "สำนักงานนำความรู้ประจำวันไปสำรวจการทำงาน"),  # a stray blank
    ("สำ านักงาน", "สำนักงาน"),
    ("ที\u00c9ประชุมบ\u00caาน", "ที่ประชุมบ้าน"),  # Distiller's tones
    ("Élan vital, Ça va", "Élan vital, Ça va"),
    ("ประกาศสำนักงานเขตพื้นที่".encode("cp874").decode("cp1252"), "ประกาศสำนักงานเขตพื้นที่"),
]


@pytest.mark.parametrize(("came", "meant"), DAMAGE)
def test_repairs(came: str, meant: str) -> None:
    assert normalize(repaired(came)) == meant


@pytest.mark.parametrize("text", ["ประชุม ณ ห้อง ๑ ชั้น ๒", "Zürich – ¼ · señor naïve façade über alles"])
def test_sound_text_stays(text: str) -> None:
    assert repaired(text) == text
