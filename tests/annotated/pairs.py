"""The annotated documents: each text as a Document, beside the event that a person read from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.output import facts_json
from extractors.read import read_event
from extractors.records import Document
from extractors.thai.text import normalize, opened

FOLDER = Path(__file__).parent / "documents"


@dataclass(frozen=True)
class Pair:
    document: Document
    event: dict[str, Any] | None  # as annotated
    shows: str

    @property
    def name(self) -> str:
        return self.document.id


def pairs() -> Iterator[Pair]:
    """All of them by name."""
    for path in sorted(FOLDER.glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        text = opened(said["title"], normalize(path.with_suffix(".txt").read_text(encoding="utf-8")))
        document = Document(
            path.stem, "", "text/plain", text, title=said["title"], published=said["published"]
        )
        yield Pair(document, said["event"], said["shows"])


def read(pair: Pair) -> dict[str, Any] | None:
    """What the extractors read of it, as plain values."""
    event = read_event([pair.document])
    return facts_json(event) if event else None


def fingerprint() -> str:
    """One hash of all texts and annotations: floors hold for these and no others."""
    whole = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        whole.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    return whole.hexdigest()
