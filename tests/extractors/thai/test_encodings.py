"""The measured 840: sixty texts, whole and as a title, in true encodings under true and false declarations.

A page declares its encoding in its own <meta>, in the header, or nowhere, and each of them may lie. The
texts are those of tests/annotated. To add a case: a line in CASES (its count then changes, and stands below).
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.formats.document import charset
from extractors.records import Capture
from extractors.thai.text import decode
from tests.annotated.pairs import pairs

TEXTS = 60
TITLE = 60  # letters: too few for most detectors
LONGEST = 4000

# (the encoding of the bytes, what the page's own <meta> says). Thai offices' software of every age is here.
CASES = [
    ("cp874", None),
    ("cp874", "utf-8"),
    ("cp874", "iso-8859-1"),
    ("cp874", "tis-620"),
    ("utf-8", None),
    ("utf-8", "tis-620"),
    ("utf-8", "iso-8859-1"),
]
# What a header may say beside it; None: nothing.
HEADERS = [None, "utf-8", "tis-620", "windows-874", "iso-8859-11", "iso-8859-1", "x-unknown"]
# tis-620 and iso8859-11 have no punctuation of Windows; utf-8-sig puts a byte order mark first.
KIN = ["tis-620", "iso8859-11", "utf-8-sig"]


def test_all_840_whatever_the_header_says() -> None:
    served = list(served_pages())
    assert len(served) == 840 * len(HEADERS)
    wrong = [(declared, page[:200]) for page, body, declared in served if decode(body, declared) != page]
    assert not wrong, f"{len(wrong)} of {len(served)}, such as {wrong[0]}"


def test_their_kin_too() -> None:
    """What the older names can write, and UTF-8 behind a byte order mark."""
    plain = [page for _, meta, page in _pages() if meta is None]
    wrong = [
        (true, header, page[:200])
        for page in map(_without_punctuation_of_windows, plain)
        for true in KIN
        for header in HEADERS
        if decode(*_served(page, true, header)) != page
    ]
    assert not wrong, f"{len(wrong)}, such as {wrong[0]}"


def served_pages() -> Iterator[tuple[str, bytes, str | None]]:
    """Each of the 840 under each of HEADERS: its text, its bytes, and what Prachum takes the header for."""
    for true, _, page in _pages():
        for header in HEADERS:
            yield page, *_served(page, true, header)


def _texts() -> list[str]:
    """Sixty texts with what the Thai code page can write of them."""
    said = (pair.document.text.encode("cp874", "ignore").decode("cp874") for pair in pairs())
    return sorted(said, key=len)[-TEXTS:]


def _pages() -> Iterator[tuple[str, str | None, str]]:
    for true, meta in CASES:
        for text in _texts():
            for size in (LONGEST, TITLE):
                yield true, meta, _page(text[:size], meta)


def _page(text: str, meta: str | None) -> str:
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    return (
        f"<html><head>{declared}<title>{text[:80]}</title></head><body>"
        f'<div class="menu"><a href="index.php">home</a></div>'
        f"<table><tr><td>{text}</td></tr></table></body></html>"
    )


def _served(page: str, true: str, header: str | None) -> tuple[bytes, str | None]:
    """The bytes, and what Prachum takes the header for."""
    sent = f"text/html; charset={header}" if header else "text/html"
    return page.encode(true), charset(Capture("", "", 200, (("Content-Type", sent),), b""))


def _without_punctuation_of_windows(page: str) -> str:
    return page.encode("tis-620", "ignore").decode("tis-620")
