"""No field is read worse from the annotated documents than before; the documents keep to the guide."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractors.read import read_facts
from tests.annotated import __main__ as command
from tests.annotated import floors
from tests.annotated.pairs import FOLDER, Pair, fingerprint, pairs, read
from tests.annotated.scoring import Tally, score

TYPES = [
    "meeting",
    "workshop",
    "seminar",
    "training",
    "conference",
    "ceremony",
    "press",
    "visit",
    "exhibition",
    "other",
]
ROLES = ["chair", "opener", "speaker", "lead", "guest", "participant", "signatory", "spokesperson"]


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return floors.measured()


def test_no_field_sinks_below_its_floor(tallies: dict[str, Tally]) -> None:
    below = floors.sunk(tallies)
    assert not below, f"`python -m tests.annotated {' '.join(below)}` shows what is wrong: {below}"


def test_floors_were_measured_on_this_very_set() -> None:
    assert floors.pinned() == fingerprint(), "documents changed: `python -m tests.annotated --update`"


def test_every_field_has_a_floor(tallies: dict[str, Tally]) -> None:
    assert floors.floors().keys() == tallies.keys()


def test_there_are_enough_documents_and_some_that_tell_of_no_event() -> None:
    told = [pair.event for pair in pairs()]
    assert len(told) >= 48
    assert told.count(None) >= 8


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.name)
def test_annotations_are_in_the_words_of_the_text(pair: Pair) -> None:
    """What the guide calls verbatim stands in the text, but for white space."""
    if pair.event is None:
        return
    text = re.sub(r"\s+", " ", pair.document.text)
    people = [person[what] for person in pair.event["people"] for what in ("honorific", "name", "position")]
    said = [pair.event["title"], pair.event["venue"], *pair.event["organizers"], *people]
    assert [value for value in said if value and value not in text] == []
    assert pair.event["type"] in TYPES
    assert {person["role"] for person in pair.event["people"]} <= set(ROLES)


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.name)
def test_every_proof_lies_in_the_text(pair: Pair) -> None:
    for path, found in (read_facts(pair.document) or {}).items():
        for start, end in ((found.start, found.end), *found.also):
            assert 0 <= start < end <= len(pair.document.text), path


def test_a_text_without_its_annotation_is_found() -> None:
    names = [{path.stem for path in FOLDER.glob(f"*.{ending}")} for ending in ("txt", "json")]
    assert names[0] == names[1]


def test_what_is_annotated_scores_as_right() -> None:
    """The scorer gives everything for what was annotated, and nothing for nothing."""
    perfect = score((pair.name, pair.event, pair.event) for pair in pairs())
    assert {name: tally.f1 for name, tally in perfect.items() if tally.f1 < 1} == {}
    silent = score((pair.name, pair.event, None) for pair in pairs())
    assert max(silent[name].f1 for name in ("event", "start", "title", "people")) == 0


def test_a_floor_is_not_lowered_by_accident(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    high = tmp_path / "floors.json"
    high.write_text(json.dumps({"set": "of another set", "f1": {"title": 1.01}}), encoding="utf-8")
    monkeypatch.setattr(floors, "PATH", high)
    assert command.main(["--update"]) == 1
    assert "title: 1.01 before" in capsys.readouterr().err
    assert floors.floors() == {"title": 1.01}
    assert command.main(["--update", "--allow-regression"]) == 0
    assert floors.pinned() == fingerprint()
    assert floors.floors()["title"] < 1.01


def test_errors_are_shown_with_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    pair = next(pair for pair in pairs() if pair.event and pair.event["venue"])
    wrong = {**pair.event, "venue": "ตลาดน้ำ"} if pair.event else None
    command.show_errors("venue", score([(pair.name, pair.event, wrong)])["venue"])
    shown = capsys.readouterr().out
    assert pair.name in shown
    assert "ตลาดน้ำ" in shown
    assert read(pair) is not None
