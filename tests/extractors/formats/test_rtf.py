"""RTF as programs of several decades write it: Thai as bytes of the code page, as \\'a1, as \\u3585."""

from __future__ import annotations

import pytest

from extractors.errors import Unreadable
from extractors.formats.office import rtf
from tests.extractors.formats.made import SITE, capture

SAID = "ประชุมกรรมการ ครั้งที่ ๑"
HEX = "".join(f"\\'{byte:02x}" if byte > 0x7F else chr(byte) for byte in SAID.encode("cp874"))
CODES = "".join(f"\\u{ord(char)}?" if ord(char) > 0x7F else char for char in SAID)
WITH_BYTES = "".join(  # as Word does: the code point, and the byte for readers that do not know it
    f"\\u{ord(char)}\\'{char.encode('cp874')[0]:02x}" if ord(char) > 0x7F else char for char in SAID
)
THAI_FONT = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset222{\*\fname Cordia;}Cordia New;}}"
WESTERN_FONT = r"{\fonttbl{\f0\froman\fcharset0 Times;}}"

# How -> the file's bytes.
WRITTEN = {
    "by the font": rf"{{\rtf1\ansi\ansicpg1252\deff0{THAI_FONT}\pard\f1 {HEX}\par}}".encode(),
    "by the code page": rf"{{\rtf1\ansi\ansicpg874\deff0{WESTERN_FONT}\pard\f0 {HEX}\par}}".encode(),
    "by nothing": rf"{{\rtf1\ansi\pard {HEX}\par}}".encode(),
    "as code points": rf"{{\rtf1\ansi\ansicpg1252\uc1 {CODES}\par}}".encode(),
    "as code points and bytes": rf"{{\rtf1\ansi\ansicpg1252\uc1 {WITH_BYTES}\par}}".encode(),
    "as raw bytes": rf"{{\rtf1\ansi\ansicpg1252{WESTERN_FONT}\f0 {SAID}\par}}".encode("cp874"),
    "as raw UTF-8": rf"{{\rtf1\ansi {SAID}\par}}".encode(),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_thai_however_it_is_written(how: str) -> None:
    assert rtf.read(capture(WRITTEN[how]), SITE).text == SAID


def table(*, props_again: bool) -> bytes:
    """Two rows; Word repeats the properties of a row before its end."""
    again = r"{\trowd\cellx1\cellx2\row}" if props_again else r"\row"
    row = rf"\trowd\cellx1\cellx2\pard\intbl 09.00\cell {HEX}\par x\cell {again}"
    return rf"{{\rtf1\ansi\ansicpg874\pard before\par {row}{row}\pard after\par}}".encode()


@pytest.mark.parametrize("props_again", [True, False])
def test_rows(props_again: bool) -> None:
    found = rtf.read(capture(table(props_again=props_again)), SITE)
    assert found.text.startswith("before\n09.00\t")
    assert found.text.endswith("\nafter")
    assert [[found.text[start:end] for start, end in row] for row in found.rows] == [
        ["09.00", f"{SAID}\nx"]
    ] * 2


def test_heads_notes_and_pictures_stay_out() -> None:
    picture = rb"{\pict\wmetafile8\bin13 }\trowd\par{{}" + b"{\\pict " + b"0f" * 300 + b"}"
    head = rb"{\header running\par}{\footer foot\par}{\footnote note}"
    found = rtf.read(capture(rb"{\rtf1\ansi " + head + b"A" + picture + rb"B\par}"), SITE)
    assert found.text == "AB"


def test_marks_of_rows_in_the_file_are_none() -> None:
    found = rtf.read(capture(rb"{\rtf1\ansi \u64976?a\u-559?b\u64977?\u-558?c\par}"), SITE)
    assert (found.text, found.rows) == ("?a?b??c", ())


@pytest.mark.parametrize(
    ("body", "status"),
    [(rb"{\rtf1\ansi{\fonttbl{\f0 Ti", "truncated"), (rb"{\rtf1\ansi \u99999999 x}", "malformed")],
)
def test_what_does_not_open_is_named(body: bytes, status: str) -> None:
    with pytest.raises(Unreadable) as raised:
        rtf.read(capture(body), SITE)
    assert raised.value.status == status
