"""The hits of a search as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from archive.search import Hit
from extractors.thai.honorifics import addressed

# Excel knows UTF-8 by this mark alone; nowhere else do we write it.
MARK = "\ufeff"
COLUMNS = (
    "id",
    "title",
    "start",
    "end",
    "type",
    "status",
    "venue",
    "province",
    "organizers",
    "people",
    "passage",
    "url",
    "site",
)


def hits_csv(hits: Iterable[Hit]) -> str:
    """The table with the mark before it and a row a hit; lists are joined with "; "."""
    out = io.StringIO(newline="")
    out.write(MARK)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for hit in hits:
        writer.writerow([_defused(text) for text in _row(hit)])
    return out.getvalue()


def _row(hit: Hit) -> tuple[str | None, ...]:
    people = "; ".join(addressed(person.honorific, person.name) for person in hit.people)
    return (
        *(hit.id, hit.title, hit.start, hit.end, hit.type, hit.status, hit.venue, hit.province),
        *("; ".join(hit.organizers), people, hit.snippet, hit.url, hit.site),
    )


def _defused(text: str | None) -> str:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe.

    >>> _defused("=1+1"), _defused("ประชุม"), _defused(None)
    ("'=1+1", 'ประชุม', '')
    """
    text = text or ""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
