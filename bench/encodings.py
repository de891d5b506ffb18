"""Thai pages under true and false declarations: how many each reader of encodings decodes without a fault."""

from __future__ import annotations

import time
from collections.abc import Callable

from bs4 import UnicodeDammit
from charset_normalizer import from_bytes

from extractors.thai.text import decode
from tests.extractors.thai.test_encodings import served_pages

# What reads bytes that were served under a header's charset (None: it names none). To add one: a line.
READERS: dict[str, Callable[[bytes, str | None], str | None]] = {
    "Prachum": decode,
    "charset_normalizer": lambda body, declared: str(from_bytes(body).best() or ""),
    "bs4 UnicodeDammit": lambda body, declared: UnicodeDammit(body, is_html=True).unicode_markup,
    "ISO-8859-1, as HTTP once assumed": lambda body, declared: body.decode(declared or "iso-8859-1"),
}


def main() -> None:
    cases = [case for case in served_pages() if case[2] is None]
    print("| reader | of 840 right | ms a page |\n|---|--:|--:|")
    for name, read in READERS.items():
        began = time.process_time()
        right = sum(read(body, declared) == page for page, body, declared in cases)
        print(f"| {name} | {right} | {(time.process_time() - began) * 1000 / len(cases):.2f} |")
