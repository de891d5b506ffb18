"""The facts of events against the annotated documents: field by field, with gold/score.py itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from flows.extracting import extract

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
SETS = ("seed", "news", "edu")


def main() -> None:
    if not GOLD.is_dir():
        print("not measured: ../shared/gold is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            print(f"### {name}\n\n```\n{score(name, Path(folder))}```\n", flush=True)


def score(name: str, folder: Path) -> str:
    """What score.py prints for one set, read as `prachum extract` reads files of its texts."""
    gold = GOLD / f"{name}.jsonl"
    subprocess.run([sys.executable, GOLD / "lay_out.py", folder / name, gold], check=True)
    predicted = folder / f"{name}.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        for path in sorted((folder / name).glob("*.txt")):
            file.write(json.dumps(extract(path), ensure_ascii=False) + "\n")
    return subprocess.run(
        [sys.executable, GOLD / "score.py", gold, predicted], check=True, capture_output=True, text=True
    ).stdout
