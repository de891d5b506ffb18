"""The document that a reader gives: its text opened by the title, with what the link already told of it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from extractors.formats.rows import Spans
from extractors.records import Capture, Document, Link
from extractors.thai.text import CONSONANTS, language, normalize, opened


def document(
    capture: Capture,
    media_type: str,
    text: str,
    rows: Spans = (),
    title: str | None = None,
    published: str | None = None,
    pages: tuple[int, ...] = (),
    scanned: tuple[tuple[int, int], ...] = (),
    **further: Any,
) -> Document:
    """A Document of final text. The title and the day that the link gives go before what the reader found."""
    link = capture.link
    title = " ".join(normalize((link.title if link else None) or title or "").split()) or None
    final = opened(title, text)
    shift = len(final) - len(text)
    return Document(
        id=link.id if link else capture.url,
        url=link.url if link else capture.url,
        media_type=media_type,
        text=final,
        kind=link.kind if link else "page",
        parent=link.parent if link else None,
        title=title,
        published=(link.published if link else None) or published,
        language=language(text),
        rows=tuple(tuple((start + shift, end + shift) for start, end in row) for row in rows),
        pages=tuple(offset + shift for offset in pages),
        scanned=tuple((start + shift, end + shift) for start, end in scanned),
        **further,
    )


def charset(capture: Capture) -> str | None:
    """The encoding that the header declares."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", capture.header("content-type") or "")
    return match[1] if match else None


def titled(stem: str) -> str | None:
    """The name of a file without its ending as a title, where it has Thai letters; IMG_2231 is none.

    >>> titled("กำหนดการ_อบรม"), titled("IMG_2231")
    ('กำหนดการ อบรม', None)
    """
    title = " ".join(normalize(stem).replace("_", " ").split())
    return title if re.search(f"[{CONSONANTS}]", title) else None


def inside(whole: Link, name: str, stamp: str) -> Link:
    """The link of a document that another one holds, a zip archive or a mail: its id, and the name within it.

    `stamp` is another where the document is.
    """
    return Link(
        id=f"{whole.id}/{name}",
        url=f"{whole.url}#{quote(name)}",
        kind="attachment",
        parent=whole.parent or whole.id,
        title=titled(PurePosixPath(name).stem),
        published=whole.published,
        modified=stamp,
    )
