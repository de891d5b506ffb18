"""Small archives to test with: a site, captures, and a reader that needs no format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from archive.store import Archive, Reading
from extractors.errors import Unreadable
from extractors.official import read_official
from extractors.records import Capture, Document, Event, Evidence, Link, Person, Site

SITE = Site("krabi", "โรงเรียนบ้านเขาพนม", "http://127.0.0.1:8000/", "wordpress", allow_private=True)


def link(n: int, modified: str | None = "2020-12-25T00:00:00Z") -> Link:
    return Link(f"krabi/{n}", f"{SITE.url}?p={n}", title=f"ประกาศที่ {n}", modified=modified)


def attachment(page: int, n: int) -> Link:
    return Link(f"krabi/uploads/{n}.txt", f"{SITE.url}uploads/{n}.txt", "attachment", f"krabi/{page}")


def capture(of: Link | None, text: str, day: int = 1, status: int = 200, **more: object) -> Capture:
    """What the site answered on that day of November 2026."""
    url = of.url if of else f"{SITE.url}wp-json/wp/v2/posts"
    headers = (("Content-Type", "text/plain; charset=utf-8"), ("Content-Encoding", "gzip"))
    return Capture(url, f"2026-11-{day:02}T20:00:00Z", status, headers, text.encode(), of, **more)  # type: ignore[arg-type]


def read(capture: Capture, site: Site) -> Document:
    """A reader: the body is the text, its first line the title; "ไม่ใช่ไฟล์" cannot be read."""
    assert capture.link is not None
    text = capture.body.decode()
    if text.startswith("ไม่ใช่ไฟล์"):
        raise Unreadable(capture.url, "expected a text, came something else")
    found = capture.link
    document = Document(
        found.id,
        found.url,
        "text/plain",
        text,
        found.kind,
        found.parent,
        text.split("\n")[0],
        language="th",
        needs_ocr=not text,
    )
    return replace(document, official=read_official(document))


def tell(documents: Sequence[Document]) -> Event | None:
    """A finder: "ประธาน: ชื่อ สกุล" names the chair, the first line the event; no chair, no event."""
    for document in documents:
        before, found, name = document.text.partition("ประธาน: ")
        if found:
            person = Person(name.split("\n")[0], "chair")
            start = len(before) + len(found)
            title = document.text.split("\n")[0]
            return Event(
                title=title,
                start="2020-12-25",
                organizers=("โรงเรียนบ้านเขาพนม",),
                venue="ห้องประชุม 1",
                people=(person,),
                evidence={
                    "title": (Evidence(document.id, 0, len(title), "first line", 0.9),),
                    "people[0].name": (
                        Evidence(document.id, start, start + len(person.name), "after ประธาน", 0.9),
                    ),
                },
            )
    return None


def read_family(archive: Archive, page: str, run: int | None = None) -> dict[str, int]:
    readings = []
    for kept in archive.family(page):
        try:
            readings.append(Reading(kept, read(kept, SITE)))
        except Unreadable as error:
            readings.append(Reading(kept, None, error))
    event = tell([reading.document for reading in readings if reading.document])
    return dict(archive.save(page, readings, event, run))


def read_pending(archive: Archive, run: int | None = None) -> None:
    for _ in range(10):
        for page in archive.pending():
            read_family(archive, page, run)
    assert archive.pending() == []


def dump(folder: Path) -> str:
    """Every row of the catalogue but for the indexes' own tables: the same where nothing was written."""
    with Archive(folder, readonly=True) as archive:
        names = [table for table in archive.db.table_names() if "_fts" not in table]
        return json.dumps({name: list(archive.db.query(f"SELECT * FROM {name}")) for name in sorted(names)})
