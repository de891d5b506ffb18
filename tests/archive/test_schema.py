"""The catalogue's making: whole or not at all, and what the next program does not know is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import catalogue, schema
from archive.store import Archive
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


def test_hits_of_an_older_archive_are_those_of_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = schema.Migrations("prachum")
    for step in schema.migrations.pending(Database(memory=True)):
        if step.name < "m036":
            older()(step.fn)
    with monkeypatch.context() as then:
        then.setattr(schema, "migrations", older)
        fill(tmp_path / "old")
    Archive(tmp_path / "old").close()
    assert hits(tmp_path / "old", "hit") == hits(fill(tmp_path / "new"), "hit")
    assert len(hits(tmp_path / "new", "hit")) == 5


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
