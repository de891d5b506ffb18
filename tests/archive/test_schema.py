"""The catalogue's making: whole or not at all, and what the next program does not know is left alone."""

from __future__ import annotations

import sqlite3
import tarfile
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import catalogue, record, schema
from archive.search import search
from archive.store import Archive
from extractors.errors import BadInput
from tests.archive.shelf import fill, save


def test_a_migration_that_fails_leaves_no_table_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = schema.Migrations("prachum")
    broken()(schema.m001_create_captures)

    @broken()
    def m002_fails(db: Database) -> None:
        db.executescript("CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER);")

    monkeypatch.setattr(schema, "migrations", broken)
    db = Database(memory=True)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        schema.migrate(db)
    assert [name for name in db.table_names() if name != broken.migrations_table] == []


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    catalogue.connect(tmp_path).close()
    before = (tmp_path / "archive.db").read_bytes()
    catalogue.connect(tmp_path).close()
    assert (tmp_path / "archive.db").read_bytes() == before


def test_thai_words_are_whole_tokens(tmp_path: Path) -> None:
    db = catalogue.connect(tmp_path)
    db.execute("INSERT INTO site(id, name, url, kind, entry) VALUES ('s', 's', '', '', '{}')")
    db.execute(
        "INSERT INTO document(id, site, url, kind, first_seen, last_seen) "
        "VALUES ('s/1', 's', '', 'page', '', '')"
    )
    db.execute("INSERT INTO words VALUES (1, 'จังหวัด\u200bกระบี่', 'ที่\u200bประชุม')")
    db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words_fts, row)")
    assert {row[0] for row in db.execute("SELECT term FROM terms")} == {"จังหวัด", "กระบี่", "ที่", "ประชุม"}


def hits(folder: Path, table: str) -> list[dict[str, object]]:
    with Archive(folder, readonly=True) as archive:
        return catalogue.rows(archive.db, f"SELECT * FROM {table} ORDER BY document")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The archive of tests/archive/shelf.py as the program made it on its third day, at m006."""
    with tarfile.open(Path(__file__).parent / "older" / "first.tar.gz") as packed:
        packed.extractall(tmp_path / "first", filter="data")
    return tmp_path / "first"


@pytest.mark.parametrize("readonly", [True, False])
def test_an_older_archive_is_brought_up_to_date_by_whoever_opens_it(first: Path, readonly: bool) -> None:
    with Archive(first, readonly=readonly) as archive:
        assert not schema.outdated(archive.db)
        assert [hit.id for hit in search(archive.db, "ประชุม").hits] == ["krabi/2", "krabi/1"]
        told = record.event(archive, "krabi/1")
        assert told is not None
        assert told["event"]["start"] == "2020-12-14"
        (proof,) = next(line["evidence"] for line in told["values"] if line["path"] == "start")
        assert "14–17 ธันวาคม 2563" in proof["sentence"]
    assert hits(first, "hit") == hits(first, "hit_as_told") != []


def test_an_older_archive_that_may_not_be_written_is_told_in_one_line(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "WAIT", 0.05)
    other = sqlite3.connect(first / "archive.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BadInput, match=r"made by an older Prachum.*`prachum init`") as told:
        Archive(first, readonly=True)
    assert "\n" not in str(told.value)


def test_hits_are_what_is_told_whatever_is_decided(tmp_path: Path) -> None:
    with Archive(fill(tmp_path)) as archive:
        said = {"who": "ผู้ดูแล", "why": "ทดสอบ"}
        archive.correct("krabi/1", "start", "2020-12-15", **said)
        archive.take_down("krabi/uploads/11.txt", **said)
        archive.db.execute("UPDATE document SET published = '2026-10-31' WHERE id = 'phrae/2'")
        archive.db.conn.commit()
        assert hits(tmp_path, "hit") == hits(tmp_path, "hit_as_told")
        for page in archive.pending():
            save(archive, page)
    assert hits(tmp_path, "hit") == hits(tmp_path, "hit_as_told")
    assert [(hit["event"] is None, hit["day"], hit["until"]) for hit in hits(tmp_path, "hit")] == [
        (False, "2020-12-15", "2020-12-17"),
        (False, "2020-06-10", "2020-06-10"),
        (False, "2024-04-03", "2024-04-03"),
        (True, "2026-10-31", None),
    ]
