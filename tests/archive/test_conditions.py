"""What narrows the hits: the same documents, whether each is tested or all that pass are listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.search.conditions import CONDITIONS, LISTED, narrowed
from archive.search.places import _listed
from archive.store import Archive
from tests.archive import shelf

# Filter, value, how many documents it lets through.
CASES = [
    ("body", "โรงเรียนบ้านเขาพนมแดง", 2),
    ("body", "โรงเรียน", 0),
    ("person", "ดอกคูณ", 3),
    ("participant", "กวิน ทุ่งดอกคูณ", 3),
    ("participant", "กวิน", 0),
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder: Path = shelf.fill(tmp_path_factory.mktemp("shelf"))
    with Archive(folder) as archive:
        yield archive.db


@pytest.mark.parametrize(("name", "value", "number"), CASES)
def test_both_ways_let_the_same_documents_through(db: Database, name: str, value: str, number: int) -> None:
    where = narrowed({name: value})
    tested, listed = (
        [key for (key,) in db.execute(f"SELECT document FROM hit WHERE {way}", where.values).fetchall()]
        for way in (where, where.listed)
    )
    assert sorted(tested) == sorted(listed)
    assert len(tested) == number


@pytest.mark.parametrize(("name", "value"), [case[:2] for case in CASES])
def test_a_list_by_a_name_begins_at_the_name(db: Database, name: str, value: str) -> None:
    where = narrowed({name: value})
    steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {_listed(where)}", where.values).fetchall()]
    assert not [step for step in steps if step.startswith(("SCAN hit", "SCAN event"))]


def test_each_of_these_is_a_condition() -> None:
    assert {CONDITIONS[name] for name, *_ in CASES} == LISTED.keys()
