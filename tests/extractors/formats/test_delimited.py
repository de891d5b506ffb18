"""CSV in the encodings and with the delimiters that Thai offices' Excel writes."""

from __future__ import annotations

import pytest

from extractors.errors import Unreadable
from extractors.formats import delimited
from tests.extractors.formats.made import SITE, capture

ROWS = [["เวลา", "เรื่อง"], ["09.00 น.", "พิธีเปิด, แนะนำวิทยากร"], ["10.00 น.", "บรรยาย"]]


def written(delimiter: str) -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_rows(delimiter: str, encoding: str) -> None:
    found = delimited.read(capture(written(delimiter).encode(encoding)), SITE)
    assert [[found.text[start:end] for start, end in row] for row in found.rows] == ROWS


def test_without_quotation_marks_the_delimiter_is_the_one_that_parts_all_rows_alike() -> None:
    said = "ชื่อ;ที่อยู่\nสมศรี;12, ถนนสายใจ, เชียงใหม่\nวิชัย;5, ตำบลทุ่งรวง\n"
    found = delimited.read(capture(said.encode()), SITE)
    assert found.text.split("\n")[1] == "สมศรี\t12, ถนนสายใจ, เชียงใหม่"


def test_a_quotation_mark_that_nobody_closes_loses_nothing() -> None:
    said = 'เวลา,เรื่อง\n09.00,"พิธีเปิด\n' + "10.00,บรรยาย\n" * 20_000
    found = delimited.read(capture(said.encode()), SITE)
    assert "09.00" in found.text
    assert found.text.count("บรรยาย") == 20_000


def test_rows_without_a_letter_are_unreadable() -> None:
    with pytest.raises(Unreadable, match="without a letter"):
        delimited.read(capture(b",,\n,,\n"), SITE)
