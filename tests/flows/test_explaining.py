"""`prachum extract --explain`: the text whole, and every value marked where it was read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import cli
from flows.explaining import explain, marked
from flows.extracting import extract

TEXT = (
    "เมื่อวันที่ 8 พฤษภาคม 2566 เวลา 09.00 น. นายสมมุติ ใจตรงแท้ ผู้อำนวยการโรงเรียนบ้านลมโชยวิทยา "
    "เป็นประธานเปิดการประชุมผู้ปกครอง ครั้งที่ 1/2566 ณ หอประชุมโรงเรียนบ้านลมโชยวิทยา จังหวัดน่าน\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_value_is_marked_where_it_was_read(file: Path) -> None:
    shown = explain(extract(file)).plain
    assert "[วันที่ 8 พฤษภาคม 2566]{start end}" in shown or "[8 พฤษภาคม 2566]{start end}" in shown
    assert "[สมมุติ ใจตรงแท้]{people[0].name}" in shown
    assert "[หอประชุมโรงเรียนบ้านลมโชยวิทยา]{venue}" in shown
    assert re.search(r"^start = 2023-05-08  \(.+, \d\.\d\d", shown, re.MULTILINE)


def test_the_text_without_the_marks_is_the_text(file: Path) -> None:
    said = extract(file)
    body = explain(said).plain.partition("\n\n")[0]
    assert re.sub(r"\]\{[^{}]*\}|\[", "", body) == said["document"]["text"].rstrip("\n")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ({"a": (0, 4), "b": (2, 6)}, "[01[23]{a}45]{b}67"),  # crossing
        ({"a": (0, 4), "b": (1, 2)}, "[0[1]{b}23]{a}4567"),  # one within another
        ({"a": (0, 4), "b": (4, 8)}, "[0123]{a}[4567]{b}"),  # side by side
        ({"a": (0, 4), "b": (0, 2)}, "[[01]{b}23]{a}4567"),  # beginning together
    ],
)
def test_marks_nest_and_cross(spans: dict[str, tuple[int, int]], expected: str) -> None:
    proofs = {path: [{"start": start, "end": end}] for path, (start, end) in spans.items()}
    assert marked("01234567", proofs).plain == expected


def test_the_command_prints_it_without_colours_into_a_pipe(file: Path) -> None:
    ran = CliRunner().invoke(cli, ["extract", "--explain", str(file)])
    assert "{people[0].name}" in ran.output
    assert "\x1b" not in ran.output


def test_a_text_that_tells_of_no_event_says_so(tmp_path: Path) -> None:
    path = tmp_path / "wish.txt"
    path.write_text("ขอให้ทุกท่านมีความสุขตลอดปี\n", encoding="utf-8")
    assert explain(extract(path)).plain.endswith("no event is told")
