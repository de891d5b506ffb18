"""Bytes to text, and Thai in its one spelling. To add a case: a line in a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.text import decode, language, mark_order, normalize, opened

TITLE = "ประชุมเชิงปฏิบัติการ “ครูวิทยาศาสตร์” – รุ่นที่ ๒ …"
PAGE = f"<html><body class='a'><h1>{TITLE}</h1>{'เมื่อวันที่ ๓ มกราคม ๒๕๖๔ ณ ห้องประชุม ' * 40}</body></html>"


@pytest.mark.parametrize("text", [TITLE, PAGE], ids=["title", "page"])
@pytest.mark.parametrize("true", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("declared", [None, "utf-8", "tis-620", "iso-8859-1", "windows-1252", "no such"])
def test_the_bytes_speak_before_their_declaration(text: str, true: str, declared: str | None) -> None:
    assert decode(text.encode(true), declared) == text


@pytest.mark.parametrize("cut", range(1, 7))
def test_utf8_cut_inside_a_letter_stays_utf8(cut: int) -> None:
    assert TITLE.startswith(decode(TITLE.encode()[:-cut]).rstrip("\ufffd"))


def test_utf8_with_a_damaged_letter_stays_utf8() -> None:
    body = PAGE.encode()
    assert decode(body[:500] + b"\xff" + body[500:]).count("\ufffd") == 3


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        (b"caf\xe9 au lait", None, "café au lait"),
        (b"caf\xe9 au lait", "latin-1", "café au lait"),
        ("会議室の案内".encode("shift_jis"), "shift_jis", "会議室の案内"),
        (b"", None, ""),
    ],
)
def test_what_is_neither_utf8_nor_thai_is_read_as_declared(
    body: bytes, declared: str | None, text: str
) -> None:
    assert decode(body, declared) == text


# (as found, as kept)
SPELLINGS = [
    ("ก\u200bา\u00adร\ufeff", "การ"),
    ("ห้อง\u00a0\u00a0ประชุม\t1", "ห้อง ประชุม 1"),
    ("ส\u0e4d\u0e32นัก", "สำนัก"),  # decomposed sara am
    ("น\u0e49\u0e4d\u0e32", "น้ำ"),
    ("น\u0e4d\u0e49\u0e32", "น้ำ"),
    ("น\u0e33\u0e49", "น้ำ"),  # the tone behind the vowel
    ("สำำนัก", "สำนัก"),
    ("สำานัก", "สำนัก"),  # LibreOffice without /ActualText
    ("เเผน", "แผน"),
    ("คร\u0e49\u0e31ง", "ครั้ง"),  # tone before vowel
    ("ที\u0e48\u0e48", "ที่"),
    ("ประช\uf718มที\uf70a", "ประชุมที่"),  # private glyphs of old Windows fonts
    ("\uf0b7 ข้อ", "• ข้อ"),
    ("หนึ่ง\r\nสอง\rสาม\u2028สี่", "หนึ่ง\nสอง\nสาม\nสี่"),
    ("ก \n\n\n \n ข", "ก\n\nข"),
    ("e\u0301", "é"),
    ("a\x00b\x9fc", "abc"),
]


@pytest.mark.parametrize(("found", "kept"), SPELLINGS)
def test_spellings(found: str, kept: str) -> None:
    assert normalize(found) == kept


@pytest.mark.parametrize("text", ["ปฏิบัติ ฯลฯ ๆ ฤๅ ๐๙.๓๐ น.", "กี่ ก๊ก พิซซ่า ศุกร์", "Lesson Study – ๑/๒๕๖๔"])
def test_right_text_stays(text: str) -> None:
    assert normalize(text) == text


@given(st.text(alphabet="กนาำํ่้ีฺุ์เแ \n\u200b\u00a0\uf70a\u0301e", max_size=30))
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


def test_marks_keep_their_set() -> None:
    assert mark_order("\u0e48\u0e35\u0e48") == "\u0e35\u0e48"


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        (None, "ก", "ก"),
        ("ประชุม", "", "ประชุม"),
        ("ประชุม", "ประชุมใหญ่", "ประชุมใหญ่"),
        ("ประชุม ก.", "ประชุม\nก. ข.", "ประชุม\nก. ข."),
        ("ประชุม (1)", "วันนี้", "ประชุม (1)\nวันนี้"),
    ],
)
def test_a_text_opens_with_its_title_once(title: str | None, text: str, whole: str) -> None:
    assert opened(title, text) == whole


@pytest.mark.parametrize(
    ("text", "said"), [("ประชุมคณะกรรมการ", "th"), ("The committee met today", "en"), ("๑๒ / 13", None)]
)
def test_language(text: str, said: str | None) -> None:
    assert language(text) == said
