"""People's word: it holds over every reading, and survives a kill between its file and its row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import decisions, events, record
from archive.catalogue import value
from archive.store import Archive
from extractors.errors import BadInput
from tests.archive.made import SITE, attachment, capture, link, read_family, read_pending

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
    ("people[0]", {"shoe": 1}, "cannot stand there"),
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


def test_a_merge_leads_on_and_a_split_undoes_it(archive: Archive) -> None:
    said = {"decision": "merge", "event": "krabi/9", "into": "krabi/1", "at": "2026-11-25T00:00:00Z", **WHO}
    decisions.append(archive.db, archive.folder, said)
    assert record.event(archive, "krabi/9")["id"] == "krabi/1"  # type: ignore[index]
    decisions.append(archive.db, archive.folder, {**said, "decision": "split"})
    assert record.event(archive, "krabi/9") is None
