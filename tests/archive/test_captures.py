"""The raw store: what was sent comes back, torn tails are mended, other tools read the files."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive import captures, keeping
from archive.catalogue import value
from archive.store import Archive
from extractors.errors import Unreadable
from extractors.records import Capture
from tests.archive.made import SITE, attachment, capture, link

# Captures that must come back field by field. Add here whatever a server sends that did not.
SENT = [
    capture(link(1), "ประชุม"),
    capture(None, "[]", listed_in=None),
    capture(attachment(1, 2), "", tls="pinned"),
    capture(link(3), "ตัด", truncated="length", status=206),
    capture(link(4), "x", status=299),
    Capture("http://h/1", "2026-11-01T00:00:00Z", 200, (), b"\r\n\r\nHTTP/1.1 404\r\n\r\n"),
    Capture(
        "http://h/ไทย",
        "2026-11-01T00:00:00Z",
        200,
        (("X", ""), ("x", "a: b"), ("Age", "1")),
        bytes(range(256)),
    ),
    Capture("file:///data/1.txt", "2026-11-01T00:00:00Z", 200, (("Content-Type", "text/plain"),), b"folder"),
    # http.client hands header bytes on as latin-1
    Capture(
        "http://h/2", "2026-11-01T00:00:00Z", 200, (("X-Name", "ประชุม".encode().decode("latin-1")),), b"x"
    ),
]


def write(folder: Path, *sent: Capture, limit: int = captures.LIMIT) -> list[Path]:
    for one in sent:
        with captures.appending(folder, SITE, "2026-11", limit) as file:
            captures.write(file, one, SITE.id)
    return sorted(folder.iterdir())


@pytest.mark.parametrize("sent", SENT, ids=lambda sent: sent.url)
def test_a_capture_comes_back_as_it_was_sent(tmp_path: Path, sent: Capture) -> None:
    (path,) = write(tmp_path, sent)
    (record,) = captures.records(path)
    assert record.capture.record_id
    assert record.capture == replace(sent, record_id=record.capture.record_id)
    assert captures.read(path, record.offset, record.length) == record


def test_warcio_finds_every_digest_right_and_the_headers_fit_the_body(tmp_path: Path) -> None:
    (path,) = write(tmp_path, *SENT)
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            body = record.content_stream().read()
            if record.rec_type == "response" and record.http_headers:
                length = record.http_headers.get_header("Content-Length")
                assert length is None or int(length) == len(body)
                assert record.http_headers.get_header("Content-Encoding") is None


def test_header_lines_cannot_be_smuggled_in(tmp_path: Path) -> None:
    nasty = Capture(
        "http://h/\r\nWARC-Type: x", "2026-11-01T00:00:00Z", 200, (("A", "b\r\nSet-Cookie: c"),), b"x"
    )
    (path,) = write(tmp_path, nasty)
    (record,) = captures.records(path)
    assert record.capture.url == "http://h/%0D%0AWARC-Type:%20x"
    assert record.capture.headers == (("A", "b Set-Cookie: c"),)


def test_the_next_file_begins_at_the_limit(tmp_path: Path) -> None:
    sent = [capture(link(n), random.Random(n).randbytes(300).hex()) for n in range(3)]
    names = [path.name for path in write(tmp_path, *sent, limit=900)]
    assert names == ["krabi-2026-11-2.warc.gz", "krabi-2026-11-3.warc.gz", "krabi-2026-11.warc.gz"]
    for path in tmp_path.iterdir():
        assert captures.site_entry(path)["id"] == "krabi"  # type: ignore[index]


def test_a_tail_torn_anywhere_is_cut_to_the_last_whole_record(tmp_path: Path) -> None:
    (path,) = write(tmp_path, capture(link(1), "หนึ่ง"), capture(link(2), "สอง" * 50))
    whole = path.read_bytes()
    first, second = captures.records(path)
    for end in range(second.offset, len(whole)):
        path.write_bytes(whole[:end])
        assert captures.mend(path, 0) == end - second.offset
        assert [record.offset for record in captures.records(path)] == [first.offset]
    path.write_bytes(whole + bytes(500))  # a power cut can leave zeros
    assert captures.mend(path, second.offset) == 500
    assert path.read_bytes() == whole


def test_what_has_no_row_is_adopted_and_what_is_torn_is_fetched_again(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.register(SITE)
        archive.keep(capture(link(1), "หนึ่ง"), SITE, archive.begin_run("harvest"))
        (path,) = write(tmp_path / "captures", capture(link(2), "สอง"), capture(link(3), "สาม"))
        os.truncate(path, path.stat().st_size - 1)
        archive.begin_run("harvest")
        assert [archive.has(link(n)) for n in (1, 2, 3)] == [True, True, False]
        archive.keep(capture(link(3), "สาม"), SITE, 2)
        assert [archive.family(f"krabi/{n}")[0].body.decode() for n in (1, 2, 3)] == ["หนึ่ง", "สอง", "สาม"]
        assert keeping.adopt_all(archive.db, tmp_path) == 0


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path) as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        archive.keep(capture(link(1), "หนึ่ง"), SITE, run)
        (path,) = (tmp_path / "captures").iterdir()
        whole = path.read_bytes()
        monkeypatch.setattr(os, "fsync", _full)
        with pytest.raises(Exception, match="the disk is full"):
            archive.keep(capture(link(2), "สอง"), SITE, run)
        assert path.read_bytes() == whole
        assert value(archive.db, "SELECT count(*) FROM capture") == 1


def _full(handle: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"nothing of gzip"])
def test_a_damaged_record_is_unreadable_in_one_line(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(damage)
    with pytest.raises(Unreadable, match="prachum check") as caught:
        captures.read(path, 0, 40)
    assert "\n" not in str(caught.value)
