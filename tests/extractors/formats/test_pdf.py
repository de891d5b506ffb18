"""PDFs: what their producers do to Thai, undone by place."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import Unreadable
from extractors.formats.pdf import read
from extractors.records import Document
from tests.extractors.formats.made import SITE, Drawn, capture, pdf, run

HERE = Path(__file__).parent


def text(drawn: list[Drawn]) -> str:
    return read(capture(pdf([drawn])), SITE).text


def test_letters_come_as_they_are_drawn() -> None:
    assert text(run("ประชุมวิชาการ ครั้งที่ ๑", 50, 700)) == "ประชุมวิชาการ ครั้งที่ ๑"


def test_a_mark_kerned_into_the_next_letter_stays_on_its_own() -> None:
    """Word and Distiller draw the mark at the left of the next base; sorting by place moves it there."""
    drawn = [("ก", 50, 700, 0.5), ("ล", 58, 700, 0.5), ("ั", 66.4, 700, 0.0), ("บ", 66, 700, 0.5)]
    assert text(drawn) == "กลับ"


def test_marks_drawn_after_the_line_find_their_letters() -> None:
    letters = [("ท", 50, 700, 0.5), ("น", 58, 700, 0.5), ("น", 66, 700, 0.5)]
    assert text([*letters, ("ี", 58, 700, 0.0), ("่", 58, 700, 0.0), ("ี", 66, 700, 0.0)]) == "ที่นีน"


def test_bold_struck_twice_is_read_once() -> None:
    drawn = [
        (char, left + shift, base, width)
        for char, left, base, width in run("ประกาศ", 50, 700)
        for shift in (0, 0.4)
    ]
    assert text(drawn) == "ประกาศ"


@pytest.mark.parametrize(
    "half",
    [("ํ", 58, 700, 0.0), (" ", 58, 700, 0.0), ("", 58, 700, 0.0)],
    ids=["nikhahit", "a blank without width (Word)", "no name at all (WeasyPrint)"],
)
def test_sara_am_in_two_halves_is_one(half: Drawn) -> None:
    assert text([("น", 50, 700, 0.5), half, ("า", 58, 700, 0.4), ("ม", 66, 700, 0.5)]) == "นำม"


def test_gaps_are_blanks_only_where_none_are_drawn() -> None:
    apart = [*run("ประชุม", 50, 700), *run("ใหญ่", 50 + 5 * 8 + 5, 700)]
    assert text(apart) == "ประชุม ใหญ่"
    assert text([*run("ก ", 20, 700), *apart]) == "ก ประชุมใหญ่"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [glyph for n in range(4) for glyph in run("ซ้าย", 50, 700 - 20 * n)]
    right = [glyph for n in range(4) for glyph in run("ขวา", 320, 700 - 20 * n)]
    assert text([*left, *right]).split() == ["ซ้าย"] * 4 + ["ขวา"] * 4


def test_a_wrapped_line_goes_on_and_a_short_one_ends() -> None:
    full, short = "ประชุมคณะกรรมการบริหาร", "โรงเรียน"
    drawn = [
        glyph for n, line in enumerate([full, full, short, full]) for glyph in run(line, 50, 700 - 20 * n)
    ]
    assert text(drawn) == f"{full}{full}{short}\n{full}"


def test_a_name_keeps_its_blank_where_the_line_breaks() -> None:
    filler = "ประชุมกรรมการสถานศึกษาขั้นพื้นฐาน"
    name = "ประชุมกรรมการโดยนายจันทร์ธรรมดา"
    lines = [filler, name.replace("นาย", " นาย"), "ตะวันฉาย", filler]
    drawn = [glyph for n, line in enumerate(lines) for glyph in run(line, 50, 700 - 20 * n)]
    assert "นายจันทร์ธรรมดา ตะวันฉาย" in text(drawn).replace("\n", " ")


def test_a_ruled_table_gives_rows() -> None:
    grid = [(40, y, 400, y) for y in (640, 680, 720)] + [(x, 640, x, 720) for x in (40, 200, 400)]
    cells = [*run("เวลา", 50, 700), *run("กิจกรรม", 210, 700), *run("09.00", 50, 660), *run("พิธีเปิด", 210, 660)]
    found = read(capture(pdf([cells], lines=grid)), SITE)
    assert found.text == "เวลา\tกิจกรรม\n09.00\tพิธีเปิด"
    assert cut(found) == [["เวลา", "กิจกรรม"], ["09.00", "พิธีเปิด"]]


def cut(found: Document) -> list[list[str]]:
    return [[found.text[start:end] for start, end in row] for row in found.rows]


def test_pages_begin_where_the_document_says() -> None:
    found = read(capture(pdf([run("หน้าหนึ่ง", 50, 700), [], run("หน้าสาม", 50, 700)])), SITE)
    assert found.pages == (0, 10, 10)
    assert (found.page(0), found.page(12)) == (1, 3)


def test_glyphs_without_a_name_lower_the_quality() -> None:
    lost = [("", 50 + 8 * n, 700, 0.5) for n in range(20)]
    found = read(capture(pdf([[*lost, *run("ประชุมคณะกรรมการบริหารโรงเรียน", 50, 600)]])), SITE)
    assert found.quality is not None
    assert found.quality < 0.75
    assert "glyphs without a letter" in found.reasons


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ((HERE / "files/encrypted.pdf").read_bytes(), "encrypted"),
        (pdf([run("ประชุม", 50, 700)])[:300], "truncated"),
        (b"%PDF-1.7\n%%EOF", "malformed"),
    ],
)
def test_what_does_not_open_is_named(body: bytes, status: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(capture(body), SITE)
    assert raised.value.status == status


FILES = Path(__file__).parents[2] / "world/files"


def test_a_letter_by_a_real_producer_has_its_paragraphs() -> None:
    lines = read(capture((FILES / "letter.pdf").read_bytes()), SITE).text.split("\n")
    assert any("วันศุกร์ที่ ๒๔ มิถุนายน ๒๕๖๕ เวลา ๐๙.๐๐ - ๑๒.๐๐ น. ณ ห้องประชุมสายธาร" in line for line in lines)


def test_a_programme_by_a_real_producer_has_its_rows() -> None:
    found = read(capture((FILES / "programme.pdf").read_bytes()), SITE)
    assert ["08.30 – 09.00 น.", "ลงทะเบียน", "ฝ่ายเลขานุการ"] in cut(found)
    assert found.quality == 1.0


def test_a_scan_without_ocr_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = read(capture((FILES / "scan.pdf").read_bytes()), SITE)
    assert (found.needs_ocr, found.text) == (True, "")


@pytest.mark.needs("tesseract")
def test_a_scan_is_read_by_ocr() -> None:
    found = read(capture((FILES / "scan.pdf").read_bytes()), SITE)
    assert not found.needs_ocr
    assert "read by OCR" in found.reasons
    assert len(found.text) > 100


def test_a_damaged_file_is_read_as_far_as_it_goes() -> None:
    """Its cross-reference table names itself as the one before it."""
    body = (FILES / "letter.pdf").read_bytes()
    table = body.rsplit(b"startxref", 1)[1].split()[0]
    looped = body.replace(b"trailer\n<<", b"trailer\n<</Prev " + table + b" ", 1)
    assert looped != body
    found = read(capture(looped), SITE)
    assert "ประชุมผู้บริหารสถานศึกษา" in found.text
    assert "a damaged file, read as far as it goes" in found.reasons


def test_a_damaged_file_that_gives_nothing_is_unreadable() -> None:
    body = pdf([run("ประชุมคณะกรรมการ", 50, 700)]).replace(b"/W [", b"/W /", 1)
    with pytest.raises(Unreadable, match="does not open"):
        read(capture(body), SITE)
