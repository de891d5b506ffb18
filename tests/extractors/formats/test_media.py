"""Media types: content before header before name. To add a case: a line in the table."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest

from extractors.formats import media, media_type
from extractors.records import Link
from tests.extractors.formats.made import capture


def zipped(*names: str, mimetype: str | None = None) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x" * 100)
    return out.getvalue()


def compound(kind: str | None, *streams: str) -> bytes:
    """A compound file whose root has the class of that media type, and which names those streams."""
    root = next((uuid for uuid, known in media.BY_CLASS.items() if known == kind), UUID(int=0))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + b"\x09\0"  # sectors of 512 bytes
    entry = "Root Entry".encode("utf-16-le").ljust(80, b"\0") + root.bytes_le
    return header.ljust(512, b"\0") + entry + b"".join(name.encode("utf-16-le") for name in streams)


DOCX = zipped("[Content_Types].xml", "word/document.xml")

# (body, header, name, media type)
TYPES = [
    (b"%PDF-1.4", "text/html", "a.html", media.PDF),  # Thai portals do so
    (b"\r\njunk %PDF-1.4", None, "a", media.PDF),
    (b"<br />\n<b>Warning</b>: x\n%PDF-1.4", "text/html", "a.php", media.PDF),  # what PHP says before it
    (b"<!DOCTYPE html><p>", "application/pdf", "a.pdf", media.HTML),  # an error page for a file
    (b"<script>alert('x')</script>", "application/octet-stream", "a.pdf", media.HTML),
    (b"<table><tr><td>1</td></tr></table>", "application/vnd.ms-excel", "a.xls", media.HTML),
    (b"\xef\xbb\xbf <!-- x --><HTML>", None, "a", media.HTML),
    ("เอกสาร".encode(), None, "a.txt", media.PLAIN),
    ("เอกสาร".encode("cp874"), "text/plain; charset=utf-8", "a", media.PLAIN),
    ("เอกสาร".encode(), "application/pdf", "a.pdf", media.PLAIN),  # an error message for a file
    ("เอกสาร".encode("cp874"), "application/msword", "a.doc", media.PLAIN),
    (b"a,b", "text/plain", "a.csv", media.CSV),
    (b"a,b", "application/vnd.ms-excel", "a.csv", media.CSV),  # as Windows servers call it
    (b"a,b", "application/octet-stream", "a.csv", media.CSV),
    (DOCX, "application/octet-stream", "a.bin", media.DOCX),
    (DOCX, "application/msword", "a.doc", media.DOCX),
    (DOCX[:-60], "", "a.docx", media.DOCX),  # torn: the name tells
    (DOCX[:-60], "application/octet-stream", "a.docx", media.DOCX),
    (DOCX[:-60], "", "a", media.DOCX),  # or what is left of it
    (DOCX[:-60], "", "a.zip", media.ZIP),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), None, "a", media.XLSX),
    (zipped("[Content_Types].xml", "ppt/slides/slide1.xml"), "application/zip", "a.zip", media.PPTX),
    (zipped("a.pdf", "b.pdf"), None, "a", media.ZIP),
    (zipped("word/a.docx"), None, "a.zip", media.ZIP),  # a folder that has that name
    (zipped(mimetype=media.ODT), "application/zip", "a", media.ODT),
    (zipped(mimetype=media.ODS), None, "a.xlsx", media.ODS),
    (zipped(mimetype=f"{media.ODP}-template"), None, "a", media.ODP),
    (zipped(mimetype="application/epub+zip"), None, "a.zip", "application/epub+zip"),
    (compound(media.DOC), "application/octet-stream", "a", media.DOC),
    (compound(media.PPT, "WordDocument"), None, "a.doc", media.PPT),  # with a letter embedded in a slide
    (compound(None, "WordDocument"), "application/octet-stream", "a", media.DOC),
    (compound(None, "Workbook", "PowerPoint Document"), None, "a", media.PPT),
    (compound(None, "EncryptedPackage"), None, "a.docx", media.DOCX),
    (compound(None, "EncryptedPackage"), "application/octet-stream", "a.xlsx", media.XLSX),
    (compound(None)[:60], None, "a.ppt", media.PPT),  # torn
    (compound(None), None, "a.msi", "application/x-ole-storage"),
    (b"{\\rtf1 x}", "application/msword", "a.doc", media.RTF),
    (b"\xef\xbb\xbf\n{\\rtf1 x}", None, "a", media.RTF),
    (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "text/xml", "a.xls", media.XLS),
    (b"\xff\xd8\xff\xe0", "application/octet-stream", "a", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", None, "a.jpg", "image/png"),
    (b"GIF89a", "image/jpeg", "a.jpg", "image/gif"),
    (b"RIFF\0\0\0\0WEBP", "image/jpeg", "a.jpg", "image/webp"),
    (b"Rar!\x1a\x07\x00", "application/zip", "a.zip", "application/vnd.rar"),
    (b"<?xml version='1.0'?><rss>", "text/html", "feed", "application/xml"),
    (b"\0\1\2", "text/html", "a.html", media.BYTES),
    (b"", None, "a", media.BYTES),
]


@pytest.mark.parametrize(("body", "header", "name", "kind"), TYPES)
def test_types(body: bytes, header: str | None, name: str, kind: str) -> None:
    assert media_type(capture(body, header, f"http://a.example/{name}")) == kind


def test_what_a_listing_carried_is_a_page() -> None:
    link = Link("s/1", "http://a.example/1", content="<p>ก</p>")
    assert media_type(capture(b'[{"id": 1}]', "application/json", link=link)) == media.HTML


def test_the_name_that_the_server_gives_goes_before_that_of_the_address() -> None:
    headers = (("Content-Disposition", 'attachment; filename="รายชื่อ.csv"'),)
    asked = replace(capture(b"a,b", url="http://a.example/download.php"), headers=headers)
    assert media_type(asked) == media.CSV
