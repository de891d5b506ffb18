"""Keeping and saving: raw first, one version a text, nothing twice, people's word wins."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from archive import events, folder
from archive.catalogue import rows, value
from archive.store import Archive
from extractors.errors import BadInput
from tests.archive.made import (
    SITE,
    attachment,
    capture,
    dump,
    link,
    read_family,
    read_pending,
)

CHAIRED = "ประชุมครู ครั้งที่ {}\nประธาน: {}\n"


@pytest.fixture
def archive(tmp_path: Path):
    with Archive(tmp_path / "data") as opened:
        opened.register(SITE)
        opened.begin_run("harvest")
        yield opened


def keep(archive: Archive, of, text: str, day: int = 1, **more):
    return archive.keep(capture(of, text, day, **more), SITE, 1)


def test_what_was_kept_comes_back_as_it_was(archive: Archive) -> None:
    sent = capture(link(1), "สวัสดี", tls="pinned", listed_in=None)
    kept = archive.keep(sent, SITE, 1)
    (back,) = archive.family("krabi/1")
    assert back == kept
    assert (back.headers, back.body, back.link) == (sent.headers, sent.body, sent.link)


def test_the_same_body_is_a_revisit_and_comes_back_whole(archive: Archive) -> None:
    for day in (1, 2, 3):
        keep(archive, link(1), "ข้อความเดิม", day)
    sizes = rows(archive.db, "SELECT revisit_of, size FROM capture ORDER BY id")
    assert [row["revisit_of"] for row in sizes] == [None, 1, 1]
    assert len({row["size"] for row in sizes}) == 1
    archive.db.execute("UPDATE capture SET read_at = 'x' WHERE id < 3")
    assert archive.family("krabi/1")[0].body.decode() == "ข้อความเดิม"


def test_has_asks_for_the_stamp(archive: Archive) -> None:
    assert not archive.has(link(1))
    keep(archive, link(1), "หนึ่ง")
    assert archive.has(link(1))
    assert not archive.has(link(1, "2021-01-01T00:00:00Z"))
    assert archive.has(link(1, None))


@pytest.mark.parametrize("more", [{"status": 500}, {"truncated": "length"}])
def test_what_is_not_good_is_kept_but_neither_had_nor_pending(archive: Archive, more) -> None:
    keep(archive, link(1), "บางส่วน", **more)
    assert not archive.has(link(1))
    assert archive.pending() == []
    assert archive.family("krabi/1") == []


def test_gone_with_that_stamp_is_had(archive: Archive) -> None:
    keep(archive, link(1), "ไม่พบหน้า", status=404)
    assert archive.has(link(1))
    assert not archive.has(link(1, "2021-01-01T00:00:00Z"))
    assert archive.pending() == []


def test_pending_knows_pages_by_their_attachments_too(archive: Archive) -> None:
    keep(archive, link(2), "สอง")
    keep(archive, link(1), "หนึ่ง")
    read_pending(archive)
    keep(archive, attachment(2, 7), "แนบ", 2)
    assert archive.pending() == archive.pending("krabi") == ["krabi/2"]
    assert archive.pending("other") == []
    assert archive.pages() == archive.pages(["krabi"]) == ["krabi/2", "krabi/1"]
    assert archive.pages([]) == []
    assert archive.site_of("krabi/2") == "krabi"


def test_a_family_is_the_page_then_its_attachments_as_first_fetched(archive: Archive) -> None:
    keep(archive, attachment(1, 9), "แนบเก้า", 1)
    keep(archive, link(1), "หน้า", 2)
    keep(archive, attachment(1, 3), "แนบสาม", 3)
    read_pending(archive)
    keep(archive, attachment(1, 9), "แนบเก้าใหม่", 4)
    assert [kept.body.decode() for kept in archive.family("krabi/1")] == ["หน้า", "แนบเก้าใหม่", "แนบสาม"]


def test_saving_again_changes_nothing(archive: Archive) -> None:
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"))
    assert read_family(archive, "krabi/1") == {"new": 1}
    before = dump(archive.folder)
    assert read_family(archive, "krabi/1") == {"unchanged": 1}
    assert dump(archive.folder) == before


def test_another_text_makes_another_version_and_the_first_stays(archive: Archive) -> None:
    for day, n in enumerate((1, 1, 2, 1), 1):
        keep(archive, link(1), CHAIRED.format(n, "สมหญิง ทองดี"), day)
    read_pending(archive)
    held = rows(
        archive.db, "SELECT n, text, capture FROM version JOIN text ON text.version = version.id ORDER BY n"
    )
    assert [(row["n"], row["text"].split()[2], row["capture"]) for row in held] == [
        (1, "1", 1),
        (2, "2", 3),
        (3, "1", 4),
    ]
    assert value(archive.db, "SELECT n FROM version JOIN document ON document.version = version.id") == 3


def test_nothing_unused_lingers(archive: Archive) -> None:
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"))
    keep(archive, link(2), CHAIRED.format(2, "สมชาย ใจดี"))
    read_pending(archive)
    keep(archive, link(1), CHAIRED.format(1, "สมชาย ใจดี"), 2)
    read_pending(archive)
    assert [row["name"] for row in rows(archive.db, "SELECT name FROM person")] == ["สมชาย ใจดี"]
    keep(archive, link(1), "ไม่มีการประชุม", 3)
    keep(archive, link(2), "ไม่มีการประชุม", 3)
    read_pending(archive)
    for table in ("event", "person", "venue", "organization", "part", "organizer", "report", "evidence"):
        assert rows(archive.db, f"SELECT * FROM {table}") == [], table
    assert rows(archive.db, "SELECT rowid FROM person_fts WHERE person_fts MATCH '\"ใจดี\"'") == []


def test_evidence_is_where_the_value_stands(archive: Archive) -> None:
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"))
    read_pending(archive)
    sql = """SELECT substr(text, start + 1, "end" - start) FROM evidence JOIN document ON key = document
        JOIN text ON text.version = document.version WHERE path = 'people[0].name'"""
    assert value(archive.db, sql) == "สมหญิง ทองดี"


def test_words_follow_the_current_text(archive: Archive) -> None:
    keep(archive, link(1), "ประชุมวิชาการ")
    read_pending(archive)
    keep(archive, link(1), "อบรมดับเพลิง", 2)
    read_pending(archive)
    found = "SELECT count(*) FROM words_fts WHERE words_fts MATCH ?"
    assert [value(archive.db, found, [word]) for word in ("วิชาการ", "อบรม")] == [0, 1]
    for index in ("words_fts", "pieces_fts", "person_fts"):
        archive.db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")


def test_a_page_that_is_gone_keeps_its_version_and_says_when(archive: Archive) -> None:
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"))
    read_pending(archive)
    keep(archive, link(1), "ไม่พบหน้า", 2, status=404)
    assert archive.pending() == []
    assert value(archive.db, "SELECT gone_at FROM document") == "2026-11-02T20:00:00Z"
    assert events.load(archive.db, "krabi/1") is not None
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"), 3)
    read_pending(archive)
    assert value(archive.db, "SELECT gone_at FROM document") is None


def test_what_cannot_be_read_leaves_the_last_good_version_and_the_event(archive: Archive) -> None:
    keep(archive, link(1), CHAIRED.format(1, "สมหญิง ทองดี"))
    read_pending(archive)
    told = events.load(archive.db, "krabi/1")
    keep(archive, link(1), "ไม่ใช่ไฟล์", 2)
    keep(archive, attachment(1, 5), "แนบ", 2)
    assert read_family(archive, "krabi/1")["failed"] == 1
    read_pending(archive)
    assert events.load(archive.db, "krabi/1") == told
    assert (
        value(
            archive.db,
            "SELECT n FROM version JOIN document ON document.version = version.id WHERE kind = 'page'",
        )
        == 1
    )
    assert (
        value(archive.db, "SELECT error FROM version WHERE n = 2") == "expected a text, came something else"
    )
    assert value(archive.db, "SELECT count(*) FROM report") == 2


def test_a_document_that_was_never_readable_is_listed_with_the_reason(archive: Archive) -> None:
    keep(archive, link(1), "ไม่ใช่ไฟล์")
    assert read_family(archive, "krabi/1") == {"failed": 1}
    assert archive.pending() == []
    row = rows(
        archive.db, "SELECT document.title, error FROM document JOIN version ON version.id = document.version"
    )
    assert row == [{"title": "ประกาศที่ 1", "error": "expected a text, came something else"}]


def test_a_bad_body_on_the_disk_is_never_given_out(archive: Archive) -> None:
    keep(archive, link(1), "หนึ่ง")
    archive.db.execute("UPDATE capture SET sha256 = 'x'")
    with pytest.raises(Exception, match="prachum check"):
        archive.family("krabi/1")


def test_runs_add_up(archive: Archive) -> None:
    archive.tally(1, "krabi", found=2, bytes=10)
    archive.tally(1, "krabi", found=1, message="ช้า")
    archive.problem(1, "krabi", "http://127.0.0.1/", BadInput("x", "expected this"))
    archive.end_run(1, "partly")
    (row,) = archive.run_table(1)
    assert (row["found"], row["bytes"], row["message"], row["name"]) == (3, 10, "ช้า", SITE.name)
    assert [problem["kind"] for problem in archive.problems(1)] == ["BadInput"]
    with pytest.raises(ValueError, match="no run counts"):
        archive.tally(1, "krabi", nothing=1)


def test_a_reader_where_no_archive_is_gets_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="expected an archive here") as caught:
        Archive(tmp_path, readonly=True)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_one_harvest_at_a_time(tmp_path: Path) -> None:
    with folder.lock(tmp_path), pytest.raises(folder.Busy, match="pid"), folder.lock(tmp_path):
        pass
    with folder.lock(tmp_path):
        pass


def test_threads_open_and_write_the_same_new_archive_at_once(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def work(n: int) -> None:
        try:
            with Archive(tmp_path) as archive:
                archive.register(SITE)
                for m in range(3):
                    of = link(10 * n + m)
                    archive.keep(capture(of, CHAIRED.format(m, f"คนที่ {n}")), SITE, None)  # type: ignore[arg-type]
                    read_family(archive, of.id)
        except Exception as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=work, args=[n]) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Archive(tmp_path, readonly=True) as archive:
        assert value(archive.db, "SELECT count(*) FROM event") == 18
