"""What becomes of a 304: the document it was asked for is as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive import unmodified
from archive.catalogue import rows
from archive.store import Archive
from extractors.records import Capture, Link
from tests.archive.made import SITE, capture, link, read_family

MOMENT = "Mon, 02 Nov 2026 08:00:00 GMT"
TAG = (
    ("ETag", 'W/"7-gzip"'),
    ("Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT"),
    ("Content-Type", "text/plain"),
)


@pytest.fixture(autouse=True)
def then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmodified, "now", lambda: "2026-11-08T00:00:00Z")


def whole(of: Link, text: str, day: int) -> Capture:
    return replace(capture(of, text, day), headers=TAG)


def not_modified(of: Link, day: int) -> Capture:
    return replace(capture(of, "", day, 304), headers=TAG[:1])


def test_it_is_the_answer_that_it_confirms(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.register(SITE)
        archive.keep(whole(link(1), "ประชุมครู", 1), SITE, None)  # type: ignore[arg-type]
        read_family(archive, "krabi/1")
        stamped = replace(link(1), modified="2026-11-03T00:00:00Z")
        assert archive.hosts.validators(stamped.url) == {
            "If-None-Match": '"7"',
            "If-Modified-Since": MOMENT,
        }
        assert not archive.has(stamped)
        came = archive.keep(not_modified(stamped, 3), SITE, None)  # type: ignore[arg-type]
        assert (came.status, came.body.decode(), came.header("Content-Type")) == (
            200,
            "ประชุมครู",
            "text/plain",
        )
        assert archive.has(stamped)
        assert archive.pending() == []
        (page,) = archive.family("krabi/1")
        assert page.fetched_at.startswith("2026-11-01")
        assert archive.hosts.validators(stamped.url)
        kept = rows(archive.db, "SELECT status, size, revisit_of FROM capture ORDER BY id")
        assert [(row["status"], row["revisit_of"]) for row in kept] == [(200, None), (304, 1)]


def test_it_confirms_nothing_that_was_gone_between_or_is_long_ago(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.register(SITE)
        archive.keep(whole(link(1), "ประชุมครู", 1), SITE, None)  # type: ignore[arg-type]
        archive.keep(replace(capture(link(1), "ไม่พบ", 2, 404)), SITE, None)  # type: ignore[arg-type]
        assert archive.hosts.validators(link(1).url) == {}
        archive.keep(whole(link(2), "อบรมครู", 1), SITE, None)  # type: ignore[arg-type]
        assert archive.hosts.validators(link(2).url)
        archive.db.execute("UPDATE capture SET fetched_at = '2026-10-28T00:00:00Z'")
        assert archive.hosts.validators(link(2).url) == {}
        came = archive.keep(not_modified(link(2), 3), SITE, None)  # type: ignore[arg-type]
        assert (came.status, came.body) == (304, b"")
        assert not archive.has(replace(link(2), modified="2026-11-03T00:00:00Z"))
