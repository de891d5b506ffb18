"""Word files, pictures and plain text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from PIL import Image

from extractors.errors import Unreadable
from extractors.formats import image, plain
from extractors.formats.office import docx as word
from tests.extractors.formats.made import SITE, capture

FILES = Path(__file__).parents[2] / "world/files"


def saved(file: docx.document.Document) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def with_member(body: bytes, name: str, content: bytes) -> bytes:
    """The archive with that member's content replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(body)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


def test_paragraphs_and_rows_in_the_order_of_the_document() -> None:
    file = docx.Document()
    file.add_paragraph("กำหนดการ")
    table = file.add_table(2, 2)
    for cell, text in zip(table._cells, ["เวลา", "เรื่อง", "09.00 น.", "พิธีเปิด"], strict=True):
        cell.text = text
    file.add_paragraph("หมายเหตุ")
    found = word.read(capture(saved(file)), SITE)
    assert found.text == "กำหนดการ\nเวลา\tเรื่อง\n09.00 น.\tพิธีเปิด\nหมายเหตุ"
    assert [[found.text[start:end] for start, end in row] for row in found.rows][1] == ["09.00 น.", "พิธีเปิด"]


def test_merged_cells_are_read_once() -> None:
    file = docx.Document()
    table = file.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "พักรับประทานอาหาร"
    assert word.read(capture(saved(file)), SITE).text.count("พัก") == 1


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = "<w:p><w:r><w:t>ด่วนที่สุด</w:t></w:r></w:p>"
PARAGRAPH = f"""<w:p xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<w:r><w:t>ประชุม</w:t></w:r><w:ins><w:r><w:t>วันที่ 5</w:t></w:r></w:ins>
<w:del><w:r><w:delText>วันที่ 4</w:delText></w:r></w:del>
<w:sdt><w:sdtContent><w:r><w:tab/><w:t>มีนาคม</w:t></w:r></w:sdtContent></w:sdt>
<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{BOX}</w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent>{BOX}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def test_insertions_form_fields_and_text_boxes_are_read_once_and_deletions_not() -> None:
    file = docx.Document()
    file.element.body.insert(0, docx.oxml.parse_xml(PARAGRAPH))
    assert word.read(capture(saved(file)), SITE).text == "ประชุมวันที่ 5 มีนาคม\nด่วนที่สุด"


def test_minutes_by_a_real_producer() -> None:
    found = word.read(capture((FILES / "minutes.docx").read_bytes()), SITE)
    assert len(found.rows) == 5
    assert found.language == "th"


PLAIN = saved(docx.Document())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (PLAIN[: len(PLAIN) // 2], "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (with_member(PLAIN, "word/document.xml", b"<torn"), "malformed"),
        (with_member(PLAIN, "[Content_Types].xml", b"<Types/>"), "malformed"),
        (with_member(PLAIN, "word/document.xml", bytes(250_000_000)), "malformed"),  # 240 kB of bomb
    ],
    ids=["torn", "with a password", "torn XML", "no types", "bomb"],
)
def test_what_does_not_open_is_named(body: bytes, status: str) -> None:
    with pytest.raises(Unreadable) as raised:
        word.read(capture(body), SITE)
    assert raised.value.status == status


def test_an_entity_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("ความลับ", "utf-8")
    file = docx.Document()
    file.add_paragraph("MARK")
    with ZipFile(BytesIO(saved(file))) as archive:
        xml = archive.read("word/document.xml").decode()
    head, body = xml.split("?>", 1)
    hostile = f'{head}?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>{body.replace("MARK", "ก&e;ข")}'
    try:
        text = word.read(capture(with_member(saved(file), "word/document.xml", hostile.encode())), SITE).text
    except Unreadable:
        text = ""
    assert "ความลับ" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_plain_text_in_whatever_encoding(encoding: str) -> None:
    found = plain.read(capture("ประชุม\r\nณ\u00a0ห้องประชุม".replace("\u00a0", " ").encode(encoding)), SITE)
    assert found.text == "ประชุม\nณ ห้องประชุม"


def test_plain_text_without_a_letter_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="without a letter"):
        plain.read(capture(b" \n ..."), SITE)


def test_a_picture_without_ocr_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = image.read(capture((FILES / "infographic.jpg").read_bytes()), SITE)
    assert (found.needs_ocr, found.media_type, found.text) == (True, "image/jpeg", "")


@pytest.mark.needs("tesseract")
def test_a_poster_is_read_by_ocr() -> None:
    found = image.read(capture((FILES / "infographic.jpg").read_bytes()), SITE)
    assert not found.needs_ocr
    assert "read by OCR" in found.reasons


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_poster_of_another_kind_is_read_the_same(kind: str) -> None:
    poster = BytesIO()
    with Image.open(FILES / "infographic.jpg") as opened:
        opened.save(poster, kind, **({"lossless": True} if kind == "webp" else {}))
    found = image.read(capture(poster.getvalue()), SITE)
    assert (found.media_type, found.needs_ocr) == (f"image/{kind}", False)
    assert "ล้างมือ" in found.text


def test_a_torn_picture_is_named_as_such() -> None:
    with pytest.raises(Unreadable, match="does not open"):
        image.read(capture(b"GIF89a" + bytes(4)), SITE)
