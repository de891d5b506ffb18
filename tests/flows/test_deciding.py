"""`prachum correct`, `merge`, `split`, `takedown`: what an archivist types, and what everyone sees then."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from archive.folder import lock
from tests.archive.shelf import fill
from tests.flows.commands import Prachum

WHY = ("--why", "พิมพ์ผิดในประกาศ")


@pytest.fixture
def shelf(prachum: Prachum) -> Prachum:
    fill(prachum.data)
    return prachum


def shown(prachum: Prachum, id: str) -> str:
    code, said = prachum("show", id)
    assert code == 0, said
    return said


def decided(prachum: Prachum) -> list[str]:
    path = prachum.data / "decisions.jsonl"
    return [json.loads(line)["decision"] for line in path.read_text().splitlines()] if path.exists() else []


def test_a_correction_is_shown_with_who_and_why_and_can_be_withdrawn(shelf: Prachum) -> None:
    assert shelf("correct", "krabi/1", "venue", "หอประชุม", *WHY) == (
        0,
        "krabi/1 venue: ห้องประชุมดอกปีบ -> หอประชุม\n",
    )
    assert shelf("correct", "krabi/1", "start", "๑๕ ธ.ค. ๖๓", *WHY)[0] == 0
    told = shown(shelf, "krabi/1")
    assert "สถานที่: หอประชุม" in told
    assert "15–17 ธันวาคม 2563" in told
    assert "แก้ไขโดย malee" in told
    assert "พิมพ์ผิดในประกาศ" in told
    assert shelf("correct", "krabi/1", "venue", "--withdraw", *WHY)[0] == 0
    assert "หอประชุม" not in shown(shelf, "krabi/1").replace("ห้องประชุม", "")
    history = shelf("show", "--history", "krabi/1")[1]
    assert "malee แก้ venue: ห้องประชุมดอกปีบ → หอประชุม" in history
    assert "malee ถอนการแก้ venue (พิมพ์ผิดในประกาศ)" in history
    assert decided(shelf) == ["correction", "correction", "withdrawal"]


def test_what_is_no_word_is_typed_as_json_and_a_value_can_be_cleared(shelf: Prachum) -> None:
    assert shelf("correct", "krabi/1", "online", "true", *WHY)[0] == 0
    person = '{"name": "สายฝน ตัวอย่าง", "role": "speaker"}'
    assert shelf("correct", "krabi/1", "people[2]", person, "--by", "วิไล", *WHY)[0] == 0
    assert shelf("correct", "krabi/1", "province", "--clear", *WHY) == (
        0,
        "krabi/1 province: กระบี่ -> nothing\n",
    )
    told = shown(shelf, "krabi/1")
    assert "สายฝน ตัวอย่าง" in told
    assert "แก้ไขโดย วิไล" in told
    assert "ห้องประชุมดอกปีบ · กระบี่" not in told


def test_two_events_become_one_and_two_again(shelf: Prachum) -> None:
    code, said = shelf("merge", "phrae/1", "krabi/1", *WHY)
    assert (code, said) == (0, "phrae/1 leads to krabi/1; `prachum split phrae/1` undoes it\n")
    assert shown(shelf, "phrae/1") == shown(shelf, "krabi/1")
    assert '"id": "phrae/1"' not in shelf("search", "--json", "อบรมครู")[1].partition('"documents"')[0]
    assert shelf("split", "phrae/1", *WHY) == (0, "phrae/1 is an event of its own again\n")
    assert "phrae/1" in shown(shelf, "phrae/1").split("\n")[1]
    assert "malee แยก phrae/1 ออกจาก krabi/1" in shelf("show", "--history", "phrae/1")[1]


def test_a_takedown_asks_is_told_and_can_be_lifted(shelf: Prachum, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, said = shelf("takedown", "krabi/1", *WHY)  # nobody answers
    assert code == 1
    assert "krabi/uploads/11.txt" in said
    assert "nothing was taken down" in said
    assert decided(shelf) == []
    assert shelf("takedown", "krabi/1", "--yes", *WHY)[0] == 0
    assert "Lesson Study" not in shelf("search", "Lesson Study")[1]
    assert "ถอดถอน" in shelf("show", "krabi/1")[1]
    code, said = shelf("takedown", "krabi/1", "--yes", *WHY)
    assert code == 2
    assert "was taken down by malee on" in said
    assert shelf("takedown", "krabi/1", "--lift", *WHY) == (0, "krabi/1 is shown again\n")
    assert "14–17 ธันวาคม 2563" in shown(shelf, "krabi/1")
    assert "Lesson Study" in shelf("search", "Lesson Study")[1].replace("【", "").replace("】", "")
    history = shelf("show", "--history", "krabi/1")[1]
    assert "malee ถอดถอน krabi/1" in history
    assert "malee เลิกถอดถอน krabi/1" in history


def test_beside_a_harvest_a_decision_holds_at_once_and_what_comes_back_waits(shelf: Prachum) -> None:
    shelf("takedown", "phrae/1", "--yes", *WHY)
    with lock(shelf.data):
        assert shelf("correct", "krabi/1", "venue", "หอประชุม", *WHY)[0] == 0
        code, said = shelf("takedown", "phrae/1", "--lift", *WHY)
    assert code == 0
    assert "a harvest is running" in said
    assert decided(shelf) == ["takedown", "correction", "lift"]


# What is typed, and a piece of the line that comes back.
MISTAKES = [
    (("correct", "krabi/1", "venue", "x"), "Missing option '--why'"),
    (("correct", "krabi/1", "venue", "x", "--why", " "), "--why: is empty"),
    (("correct", "krabi/1", "venue", *WHY), "expected one of the three"),
    (("correct", "krabi/1", "venue", "x", "--clear", *WHY), "expected one of the three"),
    (("correct", "krabi/1", "place", "x", *WHY), "expected a field of an event"),
    (("correct", "krabi/1", "start", "เมื่อวาน", *WHY), "expected a day"),
    (("correct", "krabi/1", "online", "ใช่", *WHY), "expected JSON"),
    (("correct", "krabi/9", "venue", "x", *WHY), "no event of that id"),
    (("correct", "krabi/1", "venue", "--withdraw", *WHY), "nobody corrected that"),
    (("merge", "krabi/1", "krabi/9", *WHY), "no event of that id"),
    (("split", "krabi/1", *WHY), "was not merged"),
    (("takedown", "krabi/9", "--yes", *WHY), "no document of that id"),
    (("takedown", "krabi/1", "--lift", *WHY), "was not taken down"),
]


@pytest.mark.parametrize(("typed", "told"), MISTAKES)
def test_a_mistake_is_told_in_one_line_and_decides_nothing(
    shelf: Prachum, typed: tuple[str, ...], told: str
) -> None:
    code, said = shelf(*typed)
    assert code == 2
    assert told in said
    assert said.count("\n") == 1
    assert decided(shelf) == []


@pytest.mark.parametrize("verb", ["correct", "merge", "split", "takedown"])
def test_a_folder_without_an_archive_is_named_and_stays_as_it_is(
    prachum: Prachum, tmp_path: Path, verb: str
) -> None:
    arguments = {"correct": ("a/1", "venue", "x"), "merge": ("a/1", "a/2")}.get(verb, ("a/1",))
    code, said = prachum(verb, *arguments, *WHY)
    assert code == 2
    assert "expected an archive here" in said
    assert not prachum.data.exists()
