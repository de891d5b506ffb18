"""Mails and pages saved in one file: the text, the subject and the day, and what is attached."""

from __future__ import annotations

import quopri
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Unreadable
from extractors.formats import mail, media_type, member, members
from extractors.formats.media import DOCX, MAIL
from extractors.records import Capture, Link, Site
from flows.extracting import extract
from tests.extractors.formats import make_files

SITE = Site("given", "เอกสารที่ได้รับมอบ", "", "given")
WORDS = "ขอเชิญประชุมผู้บริหารโรงเรียน ครั้งที่ 3/2567 ในวันที่ 20 มีนาคม 2567 ณ ห้องประชุมดอกปีบ\n"
PROGRAMME = (make_files.FILES / "programme.docx").read_bytes()


def message(html: bool = False) -> EmailMessage:
    said = EmailMessage()
    said["From"], said["To"] = "office@office.example", "schools@office.example"
    said["Subject"], said["Date"] = "ขอเชิญประชุม", "Tue, 12 Mar 2024 09:00:00 +0700"
    if html:
        said.set_content(f"<html><body><article><p>{WORDS * 3}</p></article></body></html>", subtype="html")
    else:
        said.set_content(WORDS)
    kind, _, subtype = DOCX.partition("/")
    said.add_attachment(PROGRAMME, maintype=kind, subtype=subtype, filename="กำหนดการ.docx")
    said.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="x.exe")
    return said


def capture(body: bytes, name: str = "mail.eml") -> Capture:
    url = f"urn:given:1/{name}"
    return Capture(url, "2026-11-27T00:00:00Z", 200, (), body, Link("given/1", url))


@pytest.mark.parametrize("html", [False, True])
def test_its_text_stands_under_its_subject_and_its_day(html: bool) -> None:
    found = mail.read(capture(message(html).as_bytes()), SITE)
    assert (found.title, found.published, found.media_type) == ("ขอเชิญประชุม", "2024-03-12", MAIL)
    assert WORDS.strip() in found.text
    assert "Content-Type" not in found.text
    assert "=" not in found.text


def test_each_document_sent_with_it_is_one_of_the_family() -> None:
    sent = capture(message().as_bytes())
    (link,) = members(sent)
    assert (link.id, link.parent, link.title) == ("given/1/กำหนดการ.docx", "given/1", "กำหนดการ")
    held = member(sent, link)
    assert held.body == PROGRAMME
    assert held.url.startswith("mail:urn:given:1/mail.eml!/")
    assert media_type(held) == DOCX


def test_extract_reads_what_is_attached_with_it(tmp_path: Path) -> None:
    sent = EmailMessage()
    sent.set_content("ตามเอกสารแนบ\n")
    sent.add_attachment(WORDS.encode("cp874"), maintype="text", subtype="plain", filename="หนังสือ.txt")
    (tmp_path / "mail.eml").write_bytes(sent.as_bytes())
    assert extract(tmp_path / "mail.eml")["event"]["start"] == "2024-03-20"


def test_a_page_that_word_saved_in_one_file_is_read() -> None:
    page = f"<html><head><title>หนังสือเชิญ</title></head><body><p>{WORDS * 3}</p></body></html>"
    body = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n'
        b'--part\r\nContent-Type: text/html; charset="windows-874"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(page.encode("cp874"))
        + b"\r\n--part--\r\n"
    )
    found = mail.read(capture(body, "page.mht"), SITE)
    assert found.title == "หนังสือเชิญ"
    assert WORDS.strip() in found.text


def test_a_subject_in_bytes_of_the_thai_code_page_is_read() -> None:
    sent = b"Subject: " + "ขอเชิญประชุม".encode("cp874") + b"\nMIME-Version: 1.0\n\n" + WORDS.encode("cp874")
    assert mail.read(capture(sent), SITE).title == "ขอเชิญประชุม"


# What is a message by its bytes, whatever it is called, and what is not.
KINDS = [
    (message().as_bytes(), "letter.bin", MAIL),
    (b"Received: by a;\n\tTue\nMIME-Version: 1.0\n\nx", "noext", MAIL),
    (b"Subject: a plain text\nand no message: MIME-Version: 1.0\n", "x.txt", "text/plain"),
    ("เรื่อง: ประชุม\nMIME-Version: 1.0\n".encode(), "x.txt", "text/plain"),
    (b"just words", "x.eml", "text/plain"),
]


@pytest.mark.parametrize(("body", "name", "kind"), KINDS)
def test_a_message_is_known_by_its_heads(body: bytes, name: str, kind: str) -> None:
    assert media_type(capture(body, name)) == kind


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_a_damaged_one_is_read_or_named(noise: bytes, place: int) -> None:
    whole = message().as_bytes()
    damaged = capture(whole[:place] + noise + whole[place : place + 3000])
    with suppress(Unreadable):
        assert mail.read(damaged, SITE).text
    with suppress(Unreadable):
        assert all(mail.member(damaged, link).link == link for link in mail.members(damaged))
