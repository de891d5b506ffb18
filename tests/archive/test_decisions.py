"""People's word: it holds over every reading, and survives a kill between its file and its row."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from archive import decisions, events, record
from archive.catalogue import value
from archive.equality import differences
from archive.rebuild import rebuild
from archive.search import search
from archive.store import Archive
from extractors.errors import BadInput
from tests.archive.made import SITE, attachment, capture, link, read, read_family, read_pending, tell

TEXT = "ประชุมครู ครั้งที่ 1\nประธาน: สมหญิง ทองดี\n"
WHO = {"who": "บรรณารักษ์", "why": "พิมพ์ผิดในประกาศ"}


@pytest.fixture
def archive(tmp_path: Path):
    with Archive(tmp_path) as opened:
        opened.register(SITE)
        opened.keep(capture(link(1), TEXT), SITE, opened.begin_run("harvest"))
        read_pending(opened)
        yield opened


# What a person may set, and what the event's JSON then holds there. Add new paths at the end.
SET = [
    ("venue", "หอประชุม", "venue", "หอประชุม"),
    ("venue", None, "venue", None),
    ("start", "2020-12-26", "start", "2020-12-26"),
    ("people[0].topic", "การศึกษาชั้นเรียน", "people[0].topic", "การศึกษาชั้นเรียน"),
    ("people[1]", {"name": "สมชาย ใจดี", "role": "speaker"}, "people[1].name", "สมชาย ใจดี"),
    ("organizers[0]", None, "organizers", []),
    ("organizers", ["สพป. กระบี่"], "organizers[0]", "สพป. กระบี่"),
    ("online", True, "online", True),
    ("agenda", [{"title": "พิธีเปิด", "start": "09:00"}], "agenda[0].start", "09:00"),
    ("days", [["2020-12-25", "2020-12-26"]], "days", [["2020-12-25", "2020-12-26"]]),
]


@pytest.mark.parametrize(("path", "new", "where", "expected"), SET)
def test_a_correction_holds_at_once_and_after_every_reading(
    archive: Archive, path, new, where, expected
) -> None:
    archive.correct("krabi/1", path, new, **WHO)
    for _ in range(2):
        assert _at(archive, where) == expected
        assert archive.db.execute("PRAGMA foreign_key_check").fetchall() == []
        archive.keep(capture(link(1), TEXT + "แก้ไข", 2), SITE, 1)
        read_pending(archive)


def _at(archive: Archive, path: str):
    found = record.event(archive, "krabi/1")["event"]  # type: ignore[index]
    head, _, attribute = path.partition(".")
    name, _, index = head.partition("[")
    held = found[name][int(index[:-1])] if index else found[name]
    return held[attribute] if attribute else held


def test_evidence_stays_where_it_still_proves_the_value(archive: Archive) -> None:
    archive.correct(
        "krabi/1",
        "people",
        [{"name": "สมชาย ใจดี", "role": "speaker"}, {"name": "สมหญิง ทองดี", "role": "chair"}],
        **WHO,
    )
    archive.correct("krabi/1", "title", "ประชุมครู", **WHO)
    assert list(events.load(archive.db, "krabi/1").evidence) == ["people[1].name"]  # type: ignore[union-attr]


def test_old_and_new_stand_side_by_side(archive: Archive) -> None:
    archive.correct("krabi/1", "venue", "หอประชุม", **WHO)
    (made,) = record.history(archive, "krabi/1")["corrections"]  # type: ignore[index]
    assert (made["old"], made["new"], made["who"]) == ("ห้องประชุม 1", "หอประชุม", "บรรณารักษ์")
    shown = {line["path"]: line for line in record.event(archive, "krabi/1")["values"]}  # type: ignore[index]
    assert shown["venue"]["correction"]["old"] == "ห้องประชุม 1"
    assert shown["title"]["correction"] is None


# Wrong corrections and a piece of the line that a person gets.
WRONG = [
    ("nothing", 1, "expected a field of an event"),
    ("start", "25 ธ.ค. 63", "expected a day"),
    ("time", "9.30", "expected a time"),
    ("type", "party", "expected one of meeting"),
    ("people[5].topic", "x", "has 1 entries"),
    ("people[0].shoe", "x", "has no shoe"),
    ("people[0]", {"shoe": 1}, "expected an entry with its name and role"),
    ("people[0]", {"name": "สมชาย ใจดี", "role": "chair", "shoe": None}, "cannot stand there"),
    ("people[1]", {"name": "สมชาย ใจดี", "role": "boss"}, "expected one of chair"),
    ("people", [{"name": "สมชาย ใจดี"}], "expected an entry with its role"),
    ("organizers", ["สพป. กระบี่", 2], "expected a text"),
    ("days", [["2020-12-25"]], "expected two days"),
    ("agenda", [{"title": "พิธีเปิด", "start": "เก้าโมง"}], "expected a time"),
    ("start", "20201226", "expected a day"),
    ("people", "สมชาย", "expected a list"),
    ("online", "yes", "expected true or false"),
    ("title[0]", "x", "entries"),
]


@pytest.mark.parametrize(("path", "new", "said"), WRONG)
def test_a_wrong_correction_is_told_and_changes_nothing(archive: Archive, path, new, said) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        archive.correct("krabi/1", path, new, **WHO)
    assert "\n" not in str(caught.value)
    assert not (archive.folder / decisions.NAME).exists()
    with pytest.raises(BadInput, match="no event of that id"):
        archive.correct("krabi/2", "title", "x", **WHO)


def test_a_line_without_its_row_takes_effect_at_the_next_opening(archive: Archive) -> None:
    archive.correct("krabi/1", "venue", "หอประชุม", **WHO)
    path = archive.folder / decisions.NAME
    line = json.loads(path.read_text(encoding="utf-8")) | {"new": "ห้อง 2", "pinned": "ห้อง 2"}
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n" + '{"decision": "correc')  # killed here
    with Archive(archive.folder) as again:
        assert _at(again, "venue") == "ห้อง 2"
        again.correct("krabi/1", "venue", "ห้อง 3", **WHO)
    assert [json.loads(line)["new"] for line in path.read_text().splitlines()] == [
        "หอประชุม",
        "ห้อง 2",
        "ห้อง 3",
    ]
    with Archive(archive.folder) as again:
        assert value(again.db, "SELECT count(*) FROM correction") == 3


def test_a_line_of_another_kind_is_named(archive: Archive) -> None:
    (archive.folder / decisions.NAME).write_text('{"decision": "wish"}\n')
    with pytest.raises(BadInput, match="expected one decision a line"):
        Archive(archive.folder)


def test_a_taken_down_page_is_gone_and_is_not_fetched_or_read_again(archive: Archive) -> None:
    archive.keep(capture(attachment(1, 2), "แนบ"), SITE, 1)
    read_pending(archive)
    archive.take_down("krabi/1", **WHO)
    for of in (link(1, "2030-01-01T00:00:00Z"), attachment(1, 2)):
        assert archive.has(of)
        archive.keep(capture(of, TEXT, 5), SITE, 1)
    assert archive.pending() == archive.pages() == []
    assert read_family(archive, "krabi/1") == {}
    for table in ("document", "version", "text", "words", "event", "person", "evidence", "report"):
        assert value(archive.db, f"SELECT count(*) FROM {table}") == 0, table
    assert record.event(archive, "krabi/1") is None
    assert record.document(archive, "krabi/1")["taken_down"]["why"] == WHO["why"]  # type: ignore[index]


def test_a_taken_down_attachment_takes_its_facts_along(archive: Archive) -> None:
    archive.keep(capture(link(2), "ประกาศ"), SITE, 1)
    archive.keep(capture(attachment(2, 2), TEXT), SITE, 1)
    read_pending(archive)
    assert events.load(archive.db, "krabi/2") is not None
    archive.take_down("krabi/uploads/2.txt", **WHO)
    assert archive.pending() == ["krabi/2"]
    read_pending(archive)
    assert events.load(archive.db, "krabi/2") is None
    assert record.document(archive, "krabi/2")["text"] == "ประกาศ"  # type: ignore[index]


def both(archive: Archive) -> None:
    """A second report of the meeting, with its attachment."""
    archive.keep(capture(link(2), "ข่าวประชุมครู\nประธาน: สมหญิง ทองดี"), SITE, 1)
    archive.keep(capture(attachment(2, 2), "แนบ"), SITE, 1)
    read_pending(archive)


def tellers(archive: Archive, id: str) -> list[str]:
    return [document["id"] for document in record.event(archive, id)["documents"]]  # type: ignore[index]


def test_a_merge_leads_on_and_a_split_undoes_it(archive: Archive) -> None:
    both(archive)
    archive.merge("krabi/2", "krabi/1", **WHO)
    for _ in range(2):
        assert record.event(archive, "krabi/2")["id"] == "krabi/1"  # type: ignore[index]
        assert tellers(archive, "krabi/1") == ["krabi/1", "krabi/2", "krabi/uploads/2.txt"]
        assert events.load(archive.db, "krabi/2") is None
        assert [hit.id for hit in search(archive.db, "แนบ").hits] == ["krabi/1"]
        for page in ("krabi/1", "krabi/2"):
            read_family(archive, page)
    archive.split("krabi/2", **WHO)
    assert tellers(archive, "krabi/1") == ["krabi/1"]
    read_pending(archive)
    assert tellers(archive, "krabi/2") == ["krabi/2", "krabi/uploads/2.txt"]
    assert archive.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_merges_follow_each_other(archive: Archive) -> None:
    both(archive)
    archive.keep(capture(link(3), TEXT), SITE, 1)
    read_pending(archive)
    archive.merge("krabi/3", "krabi/2", **WHO)
    archive.merge("krabi/2", "krabi/1", **WHO)
    assert record.event(archive, "krabi/3")["id"] == "krabi/1"  # type: ignore[index]
    assert tellers(archive, "krabi/1") == ["krabi/1", "krabi/2", "krabi/3", "krabi/uploads/2.txt"]
    archive.correct("krabi/3", "venue", "หอประชุม", **WHO)
    assert _at(archive, "venue") == "หอประชุม"
    archive.split("krabi/2", **WHO)
    read_pending(archive)
    assert tellers(archive, "krabi/2") == tellers(archive, "krabi/3")
    assert tellers(archive, "krabi/2") == ["krabi/2", "krabi/3", "krabi/uploads/2.txt"]


def test_what_was_merged_into_a_page_that_is_taken_down_stands_for_itself(archive: Archive) -> None:
    both(archive)
    archive.merge("krabi/2", "krabi/1", **WHO)
    archive.take_down("krabi/1", **WHO)
    read_pending(archive)
    assert record.event(archive, "krabi/2")["id"] == "krabi/2"  # type: ignore[index]
    archive.lift("krabi/1", **WHO)
    read_pending(archive)
    assert tellers(archive, "krabi/2") == ["krabi/1", "krabi/2", "krabi/uploads/2.txt"]
    assert events.load(archive.db, "krabi/2") is None


def test_a_withdrawn_correction_lets_stand_what_is_read(archive: Archive) -> None:
    before = record.event(archive, "krabi/1")["event"]  # type: ignore[index]
    archive.correct("krabi/1", "people[0].topic", "การศึกษาชั้นเรียน", **WHO)
    archive.correct("krabi/1", "people[1]", {"name": "สมชาย ใจดี", "role": "speaker"}, **WHO)
    archive.correct("krabi/1", "venue", "หอประชุม", **WHO)
    archive.withdraw("krabi/1", "people[0].topic", **WHO)
    read_pending(archive)
    after = record.event(archive, "krabi/1")
    assert after["event"] == {**before, "venue": "หอประชุม", "evidence": after["event"]["evidence"]}  # type: ignore[index]
    assert [made["path"] for made in after["corrections"]] == ["venue"]  # type: ignore[index]
    told = record.history(archive, "krabi/1")["corrections"]  # type: ignore[index]
    assert [made["undone_by"] for made in told] == ["บรรณารักษ์", "บรรณารักษ์", None]


def test_a_lifted_takedown_brings_every_version_back(archive: Archive) -> None:
    archive.keep(capture(link(1), TEXT + "เพิ่มเติม", 2), SITE, 1)
    archive.keep(capture(attachment(1, 2), "แนบ"), SITE, 1)
    read_pending(archive)
    before = [version["n"] for version in record.document(archive, "krabi/1")["versions"]]  # type: ignore[index]
    for _ in range(2):  # one that was lifted may be taken down again
        archive.take_down("krabi/1", **WHO)
        archive.lift("krabi/1", **WHO)
        read_pending(archive)
        shown = record.document(archive, "krabi/1")
        assert shown is not None
        assert [version["n"] for version in shown["versions"]] == before == [1, 2]
        assert tellers(archive, "krabi/1") == ["krabi/1", "krabi/uploads/2.txt"]


# Undone before it was done, and what came to be one twice; with a piece of the line that a person gets.
SENSELESS = [
    (lambda archive: archive.withdraw("krabi/1", "venue", **WHO), "nobody corrected that"),
    (lambda archive: archive.split("krabi/1", **WHO), "was not merged"),
    (lambda archive: archive.lift("krabi/1", **WHO), "was not taken down"),
    (lambda archive: archive.take_down("krabi/7", **WHO), "no document of that id"),
    (lambda archive: archive.merge("krabi/1", "krabi/7", **WHO), "no event of that id"),
    (lambda archive: archive.merge("krabi/1", "krabi/1", **WHO), "expected the ids of two"),
]


@pytest.mark.parametrize(("decide", "said"), SENSELESS)
def test_a_senseless_decision_is_told_and_changes_nothing(archive: Archive, decide, said) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        decide(archive)
    assert "\n" not in str(caught.value)
    assert not (archive.folder / decisions.NAME).exists()


def test_a_rebuild_decides_as_people_did(archive: Archive, tmp_path: Path) -> None:
    both(archive)
    archive.keep(capture(link(3), TEXT), SITE, 1)
    read_pending(archive)
    archive.merge("krabi/2", "krabi/1", **WHO)
    archive.correct("krabi/1", "venue", "หอประชุม", **WHO)
    archive.correct("krabi/1", "time", "09:30", **WHO)
    archive.withdraw("krabi/1", "time", **WHO)
    archive.merge("krabi/3", "krabi/1", **WHO)
    archive.split("krabi/3", **WHO)
    archive.take_down("krabi/3", **WHO)
    archive.lift("krabi/3", **WHO)
    read_pending(archive)
    shutil.copytree(archive.folder, tmp_path / "anew")
    rebuild(tmp_path / "anew", [SITE], read, tell)
    assert list(differences(archive.folder, tmp_path / "anew")) == []
    with Archive(tmp_path / "anew") as anew:
        assert tellers(anew, "krabi/1") == ["krabi/1", "krabi/2", "krabi/uploads/2.txt"]
