"""The floors under the annotated set: no field may sink below, and none is lowered unless one says so."""

from __future__ import annotations

import json
from pathlib import Path

from tests.annotated.pairs import fingerprint, pairs, read
from tests.annotated.scoring import Tally, score

PATH = Path(__file__).with_name("floors.json")
SLACK = 0.0005  # floors are kept to three digits


def measured() -> dict[str, Tally]:
    """What is read of all documents now, against their annotations."""
    return score((pair.name, pair.event, read(pair)) for pair in pairs())


def floors() -> dict[str, float]:
    """Field -> the F1 that must be reached; empty before the first pin."""
    return json.loads(PATH.read_text(encoding="utf-8"))["f1"] if PATH.exists() else {}


def pinned() -> str | None:
    """The fingerprint of the set that the floors were measured on."""
    return json.loads(PATH.read_text(encoding="utf-8"))["set"] if PATH.exists() else None


def sunk(tallies: dict[str, Tally]) -> dict[str, tuple[float, float]]:
    """Field -> (floor, now), of those that are below."""
    return {
        name: (floor, round(tallies[name].f1, 4) if name in tallies else 0.0)
        for name, floor in floors().items()
        if name not in tallies or tallies[name].f1 < floor - SLACK
    }


def pin(tallies: dict[str, Tally]) -> None:
    """Keep what is measured as the floors of this set."""
    f1 = {name: round(tally.f1, 3) for name, tally in tallies.items()}
    PATH.write_text(json.dumps({"set": fingerprint(), "f1": f1}, indent=2) + "\n", encoding="utf-8")
