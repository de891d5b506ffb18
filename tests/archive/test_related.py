"""Events that belong together: a series, and people who meet again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlite_utils import Database

from archive.related import Elsewhere, elsewhere, related
from archive.schema import migrations


@pytest.fixture
def db() -> Database:
    db = Database(memory=True)
    migrations.apply(db)
    db.execute("PRAGMA foreign_keys=OFF")
    return db


def tell(db: Database, id: str, start: str | None, series: str | None, people: Sequence[str]) -> None:
    db.table("event").insert({"id": id, "title": id, "start": start, "series": series, "facts": "{}"})
    (key,) = db.execute("SELECT key FROM event WHERE id = ?", [id]).fetchone()
    for n, name in enumerate(people):
        db.execute("INSERT OR IGNORE INTO person(name) VALUES (?)", [name])
        db.execute(
            "INSERT INTO part(event, n, person, role) SELECT ?, ?, id, 'speaker' FROM person WHERE name = ?",
            [key, n, name],
        )


def test_a_series_comes_first_and_the_nearest_day_of_it(db: Database) -> None:
    tell(db, "a/1", "2024-03-01", "ประชุมครู", ["สมมติ ตั้งใจดี"])
    tell(db, "a/2", "2023-03-01", "ประชุมครู", [])
    tell(db, "a/3", "2024-02-01", "ประชุมครู", [])
    tell(db, "a/4", "2024-03-02", None, ["สมมติ ตั้งใจดี"])
    tell(db, "a/5", "2024-03-01", None, ["ก้องภพ เสียงกังวาน"])
    found = related(db, "a/1")
    assert [(other.id, other.series, other.people) for other in found] == [
        ("a/3", True, []),
        ("a/2", True, []),
        ("a/4", False, ["สมมติ ตั้งใจดี"]),
    ]


def test_who_is_everywhere_relates_nothing_alone(db: Database) -> None:
    tell(db, "a/1", "2024-03-01", None, ["รัฐมนตรี ตัวอย่าง", "สมมติ ตั้งใจดี"])
    tell(db, "a/2", "2024-03-02", None, ["รัฐมนตรี ตัวอย่าง", "สมมติ ตั้งใจดี"])
    for n in range(30):
        tell(db, f"b/{n}", "2024-03-01", None, ["รัฐมนตรี ตัวอย่าง"])
    assert [(other.id, other.people) for other in related(db, "a/1")] == [
        ("a/2", ["สมมติ ตั้งใจดี", "รัฐมนตรี ตัวอย่าง"])
    ]


def test_those_who_are_everywhere_relate_nothing_together(db: Database) -> None:
    everywhere = ["รัฐมนตรี ตัวอย่าง", "ปลัด ตัวอย่าง", "โฆษก ตัวอย่าง"]
    for n in range(30):
        tell(db, f"a/{n}", "2024-03-01", None, everywhere)
    assert related(db, "a/0") == []


def test_a_series_is_the_same_wherever_its_blanks_are(db: Database) -> None:
    tell(db, "a/1", "2024-03-01", "การประชุมคณะกรรมการกำกับการแข่งขัน ด้านดิจิทัล", [])
    tell(db, "a/2", "2023-03-01", "การประชุมคณะกรรมการกำกับการแข่งขันด้านดิจิทัล", [])
    tell(db, "a/3", "2022-03-01", "การประชุมคณะกรรมการกำกับการแข่งขันด้านกีฬา", [])
    assert [other.id for other in related(db, "a/1")] == ["a/2"]
    assert [other.id for other in related(db, "a/2")] == ["a/1"]


@pytest.mark.parametrize("series", ["การประชุมคณะกรรมการฯ", "การประชุมใหญ่ สามัญ"])
def test_a_series_that_does_not_say_whose_it_is_relates_nothing(db: Database, series: str) -> None:
    for id in ("a/1", "a/2"):
        tell(db, id, "2024-03-01", series, [])
    assert related(db, "a/1") == []


def test_who_is_in_other_events_is_counted_there(db: Database) -> None:
    tell(db, "a/1", None, None, ["สมมติ ตั้งใจดี", "ก้องภพ เสียงกังวาน"])
    tell(db, "a/2", None, None, ["ก้องภพ เสียงกังวาน", "ก้องภพ เสียงกังวาน"])
    tell(db, "a/3", None, None, ["ก้องภพ เสียงกังวาน"])
    db.execute("INSERT INTO organization(id, name) VALUES (1, 'โรงเรียน ก'), (2, 'โรงเรียน ข')")
    db.execute(
        "INSERT INTO organizer(event, n, organization, written)"
        " SELECT key, 0, 1, 'ก' FROM event UNION SELECT key, 1, 2, 'ข' FROM event WHERE id = 'a/1'"
    )
    assert elsewhere(db, "a/1") == {
        "people[1]": Elsewhere("participant", "ก้องภพ เสียงกังวาน", 2),
        "organizers[0]": Elsewhere("body", "โรงเรียน ก", 2),
    }


def test_no_more_than_asked_for_and_nothing_of_the_unknown(db: Database) -> None:
    for n in range(9):
        tell(db, f"a/{n}", None, "ประชุมครู", [])
    assert len(related(db, "a/0", most=4)) == 4
    assert related(db, "a/404") == []
