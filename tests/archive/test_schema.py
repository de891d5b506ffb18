"""The catalogue's making: whole or not at all, and what the next program does not know is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import catalogue, schema


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
