"""Media types: content before header before name. To add a case: a line in the table."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from extractors.formats import media, media_type
from extractors.records import Link
from tests.extractors.formats.made import capture


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return out.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)

# (body, header, name, media type)
TYPES = [
    (b"%PDF-1.4", "text/html", "a.html", media.PDF),  # Thai portals do so
    (b"\r\njunk %PDF-1.4", None, "a", media.PDF),
    (b"<!DOCTYPE html><p>", "application/pdf", "a.pdf", media.HTML),  # an error page for a file
    (b"\xef\xbb\xbf <!-- x --><HTML>", None, "a", media.HTML),
    ("เอกสาร".encode(), None, "a.txt", media.PLAIN),
    ("เอกสาร".encode("cp874"), "text/plain; charset=utf-8", "a", media.PLAIN),
    (b"a,b", "text/plain", "a.csv", "text/csv"),
    (DOCX, "application/octet-stream", "a.bin", media.DOCX),
    (DOCX[:-60], "", "a.docx", media.DOCX),  # torn: only the name tells
    (DOCX[:-60], "", "a.zip", media.ZIP),
    (zipped("xl/workbook.xml"), None, "a", media.XLSX),
    (zipped("a.pdf", "b.pdf"), None, "a", media.ZIP),
    (OLE + "WordDocument".encode("utf-16-le"), "application/octet-stream", "a", media.DOC),
    (OLE + "EncryptedPackage".encode("utf-16-le"), None, "a.docx", media.DOCX),
    (b"\xff\xd8\xff\xe0", "application/octet-stream", "a", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", None, "a.jpg", "image/png"),
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
