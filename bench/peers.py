"""What others make of the same items: tantivy over ICU's words, in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractors.thai.words import tokens

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".bench-venv"  # a peer is no dependency of ours


def tantivy(
    items: Iterable[dict[str, str]], queries: Sequence[str]
) -> tuple[list[list[str]], list[float]] | None:
    """The ids of each query's ten best, and milliseconds; None where tantivy cannot be had."""
    python = python_with("tantivy")
    if python is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        documents, asked = Path(folder) / "documents", Path(folder) / "queries"
        with documents.open("w", encoding="utf-8") as file:
            for item in items:
                words = " ".join(tokens(f"{item['title'] or ''} {item['text']}"))
                file.write(json.dumps({"id": item["id"], "words": words}) + "\n")
        asked.write_text("".join(json.dumps({"words": tokens(query)}) + "\n" for query in queries))
        said = subprocess.run(
            [python, ROOT / "bench/peer_tantivy.py", documents, asked],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    answers = [json.loads(line) for line in said.splitlines()]
    return [answer["ids"] for answer in answers], [answer["ms"] for answer in answers]


def python_with(package: str) -> Path | None:
    """A Python that has the package; made where it is missing, None where no index answers."""
    python = HOME / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
    has = subprocess.run([python, "-c", f"import {package}"], capture_output=True, check=False)
    if has.returncode == 0:
        return python
    install = [python, "-m", "pip", "install", "--quiet", package]
    done = subprocess.run(install, capture_output=True, timeout=300, check=False)
    return python if done.returncode == 0 else None
