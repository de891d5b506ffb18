"""The words of the index: cut as the queries are, and cut anew when another segmenter comes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive import catalogue, indexing
from archive.search import search
from archive.store import Archive
from tests.archive.shelf import fill

OLD = "icu 60 th/0"


@pytest.fixture
def cut_otherwise(tmp_path: Path) -> Path:
    """An archive whose words an older segmenter has cut at every letter."""
    fill(tmp_path)
    with Archive(tmp_path) as archive:
        for row in catalogue.rows(archive.db, "SELECT * FROM words"):
            cut = ["\u200b".join(row[column].replace("\u200b", "")) for column in ("title", "body")]
            archive.db.execute("UPDATE words SET title = ?, body = ? WHERE id = ?", [*cut, row["id"]])
        archive.db.execute("UPDATE meta SET value = ? WHERE key = 'segmenter'", [OLD])
        archive.db.conn.commit()
    return tmp_path


def hits(archive: Archive, query: str) -> list[str]:
    return [hit.id for hit in search(archive.db, query).hits if not hit.loose]


def words(archive: Archive) -> list[dict[str, object]]:
    return catalogue.rows(archive.db, "SELECT * FROM words ORDER BY id")


@pytest.mark.parametrize("readonly", [False, True])
def test_another_segmenter_cuts_every_text_again(
    cut_otherwise: Path, tmp_path_factory: pytest.TempPathFactory, readonly: bool
) -> None:
    with Archive(cut_otherwise, readonly=readonly) as archive:
        assert indexing.is_current(archive.db)
        with Archive(fill(tmp_path_factory.mktemp("fresh"))) as fresh:
            assert words(archive) == words(fresh)
        assert hits(archive, "ลมทะเลจันทร์") == ["krabi/1"]
    with Archive(cut_otherwise) as archive:
        for index in ("words_fts", "pieces_fts"):
            archive.db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")


def test_a_reader_reads_on_while_a_harvest_writes(
    cut_otherwise: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "WAIT", 0.05)
    with catalogue.connect(cut_otherwise) as harvest:
        harvest.execute("BEGIN IMMEDIATE")
        with Archive(cut_otherwise, readonly=True) as archive:
            assert not indexing.is_current(archive.db)
            assert hits(archive, "กล้วยฉาบ") == ["krabi/1"]  # by its pieces
        harvest.rollback()


def test_renewing_what_is_current_writes_nothing(tmp_path: Path) -> None:
    fill(tmp_path)
    before = os.stat(tmp_path / catalogue.NAME).st_mtime_ns
    with Archive(tmp_path) as archive:
        indexing.renew(archive.db)
        assert archive.db.conn.total_changes == 0
    assert os.stat(tmp_path / catalogue.NAME).st_mtime_ns == before
