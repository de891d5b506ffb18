"""What full-text indexes take in the file."""

from __future__ import annotations

from sqlite3 import OperationalError

from sqlite_utils import Database


def size(db: Database) -> float:
    """Bytes of the archive's two indexes for a byte of its text."""
    return (stored(db, "words_fts") + stored(db, "pieces_fts")) / written(db, "text")


def stored(db: Database, index: str) -> int:
    """Bytes of an index of FTS5."""
    pages = "SELECT sum(pgsize) FROM dbstat WHERE name = ?"
    parts = [f"{index}_{part}" for part in ("data", "idx", "docsize", "config")]
    try:
        return sum(int(db.execute(pages, [part]).fetchone()[0]) for part in parts)
    except OperationalError:  # an SQLite without dbstat
        return int(db.execute(f"SELECT sum(length(block)) FROM {index}_data").fetchone()[0])


def written(db: Database, table: str) -> int:
    """Bytes of the column `text`."""
    return int(db.execute(f"SELECT sum(length(CAST(text AS BLOB))) FROM {table}").fetchone()[0])
