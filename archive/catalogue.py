"""Opening archive.db, and writing to it: one connection a thread, one transaction at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.schema import migrate, outdated
from extractors.errors import BadInput, Stop

NAME = "archive.db"
WAIT = 30.0  # seconds that a writer waits for another one
CACHE = 64 * 1024  # KiB of the archive kept in memory; a search reads more than the 2 MB of SQLite's own
FULL = "the disk is full; make room and run it again, nothing kept is lost"


class NoRoom(Stop):
    """The disk is full: what is whole is kept, and nothing more can be."""


def connect(folder: Path, *, readonly: bool = False, name: str = NAME) -> Database:
    """The catalogue of that data folder, made and brought up to date unless it is opened for reading only.

    Raises BadInput where a reader finds no archive, or an older one that may not be written.
    """
    path = folder / name
    if not readonly:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            db = _tuned(sqlite3.connect(path, timeout=WAIT))
            db.execute("PRAGMA journal_mode=WAL")
            migrate(db)
        return db
    if not path.exists():
        raise BadInput(
            str(folder), "expected an archive here, found none; run `prachum init` or name another --data"
        )
    db = _reader(path)
    if outdated(db):
        db.close()
        _bring_up_to_date(folder, name)
        db = _reader(path)
    return db


def _reader(path: Path) -> Database:
    db = _tuned(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=WAIT, uri=True))
    db.execute("PRAGMA query_only=1")
    return db


def _bring_up_to_date(folder: Path, name: str) -> None:
    """What the program before this one made, for a reader of this one."""
    try:
        connect(folder, name=name).close()
    except sqlite3.OperationalError as error:
        raise BadInput(
            str(folder),
            f"was made by an older Prachum and cannot be brought up to date here ({error}); "
            "whoever may write there opens it once, as by `prachum init`",
        ) from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One opening for writing at a time: of two that switch a new file to WAL, SQLite refuses one at once.

    The folder itself is locked, since closing any other handle of archive.db would let go of SQLite's locks.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _tuned(connection: sqlite3.Connection) -> Database:
    db = Database(connection)
    db.execute(f"PRAGMA busy_timeout={int(WAIT * 1000)}")
    db.execute("PRAGMA foreign_keys=ON")
    db.execute(f"PRAGMA cache_size=-{CACHE}")
    db.execute(
        "PRAGMA synchronous=NORMAL"
    )  # in WAL a power cut loses the last rows at most; the WARC has them
    return db


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One transaction that holds the write lock from its first statement.

    A transaction that begins by reading cannot wait for the lock: SQLite
    refuses it at once when another writer came between.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException as error:
        db.rollback()
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise NoRoom(
                NAME, "the disk is full; make room and run it again, nothing kept is lost"
            ) from error
        raise


@contextmanager
def room(path: Path) -> Iterator[None]:
    """Turns a full disk into NoRoom."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoRoom(str(path), FULL) from error
        raise


@contextmanager
def one_state(db: Database) -> Iterator[None]:
    """All that the block reads is of one moment; it must not write."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


def rows(db: Database, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """All rows at once: a cursor left open would keep a writer from the tables it reads."""
    cursor = db.execute(sql, list(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one(db: Database, sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
    """The first row, None where there is none."""
    found = rows(db, sql, values)
    return found[0] if found else None


def value(db: Database, sql: str, values: Sequence[Any] = ()) -> Any:
    """The first column of the first row, None where there is no row."""
    found = db.execute(sql, list(values)).fetchone()
    return found[0] if found else None


def number(db: Database, sql: str, values: Sequence[Any] = ()) -> int:
    """The key of the row that an INSERT made."""
    key = db.execute(sql, list(values)).lastrowid
    assert key is not None
    return key
