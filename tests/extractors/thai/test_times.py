"""Times of day: what is written, and when it is. To add a case: (text, start, end) into TIMES."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.digits import thai
from extractors.thai.times import find_times

TIMES = [
    ("เวลา 09.00 - 16.30 น.", "09:00", "16:30"),
    ("เวลา ๑๓.๓๐ น.", "13:30", None),
    ("13.00น.", "13:00", None),
    ("เวลา 13:00-16:00 น.", "13:00", "16:00"),
    ("ระหว่างเวลา 09.00 ถึง 12.00 นาฬิกา", "09:00", "12:00"),
    ("เวลา 9.00-12.00\nน.", "09:00", "12:00"),
    ("เวลา ๑๔.๐๐ เครือข่ายร่วมงาน", "14:00", None),
    ("09.45 – 11.45 การเสวนา", "09:45", "11:45"),
    ("9 โมงเช้า", "09:00", None),
    ("บ่ายสองโมงครึ่ง", "14:30", None),
    ("บ่าย 2 โมง", "14:00", None),
    ("หกโมงเย็น", "18:00", None),
    ("สองทุ่ม", "20:00", None),
    ("ตีห้า", "05:00", None),
    ("เที่ยงวัน", "12:00", None),
    ("เที่ยงคืน", "00:00", None),
    ("13 นาฬิกา", "13:00", None),
    ("เวลา 9 - 12 น.", "09:00", "12:00"),
    ("2.30 pm", "14:30", None),
    ("9.00 AM – 4.30 PM", "09:00", "16:30"),
    ("9:00 - 4:30 PM", "09:00", "16:30"),
    ("1:00 - 3:00 PM", "13:00", "15:00"),
    ("เวลา 24.00 น.", "00:00", None),
    ("เวลา 0830", "08:30", None),
]


@pytest.mark.parametrize(("text", "start", "stop"), TIMES)
def test_written_times(text: str, start: str, stop: str | None) -> None:
    (found,) = find_times(f"พบกัน {text} ที่โรงเรียน")
    assert (found.start, found.stop) == (start, stop)


@pytest.mark.parametrize(
    "text",
    [
        "ราคา 12.50 บาท",
        "ร้อยละ 9.30 ของครู",
        "มาตรา 5.10",
        "เวลา 29.00 น.",
        "วันที่ 12.03.2564",
        "ข้อ 1.15-1.20 บาท",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text) == []


@given(st.times(), st.sampled_from([".", ":"]), st.booleans())
def test_what_is_written_is_read_back(moment: time, mark: str, in_thai: bool) -> None:
    written = f"{moment:%H}{mark}{moment:%M}"
    (found,) = find_times(f"เวลา {thai(written) if in_thai else written} น.")
    assert found.start == f"{moment:%H:%M}"


def test_long_texts_are_read_to_their_end() -> None:
    for piece in ("1234567890", "1.1.", "09.00-", "เวลา ", "12 - "):
        assert find_times(piece * (300_000 // len(piece)) + "\nเวลา 09.30 น.")[-1].start == "09:30"
