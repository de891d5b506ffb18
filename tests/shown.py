"""What the README, docs/ and docs/sample show, made anew from the sample: `python -m tests.shown`.

A block of a page that follows `<!-- shown: NAME -->` holds what the command
of that name prints; tests/test_shown.py keeps both true.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.archive.browser import Tab, chromium
from tests.archive.serving import serving
from tests.world.server import serve
from tests.world.sites import PORT

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
SAMPLE = ROOT / "docs" / "sample"
TYPICAL = "sample/118"  # our retelling of the document the project was founded on

WHY = ("--by", "บรรณารักษ์", "--why", "หน่วยงานแจ้งแก้ไขทางโทรศัพท์")  # "the office rang to correct it"

# Name of a block -> what is typed, in that order. To show one more: a line here, and its marker in a page.
COMMANDS = {
    "harvest": ["harvest", "--data", "sample", "--sites", "tests/world/sites.toml"],
    "search": ["search", "--data", "sample", "--limit", "2", "ประชุมปฏิบัติการ"],
    "show": ["show", "--data", "sample", TYPICAL],
}
# The same, of people's word: it is said when all else is printed.
DECISIONS = {
    "correct": ["correct", "--data", "sample", "sample/212", "venue", "หอประชุมใหญ่", *WHY],
    "history": ["show", "--data", "sample", "--history", "sample/212"],
}
TABLES = ("events.csv", "people.csv")
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\d+ [ก-๙]+ 25\d\d เวลา \d\d\.\d\d น\.|(?<=ตัวอ่านรุ่น )\d+"
)
_BLOCK = r"(<!-- shown: {name} -->\n```\n).*?(```\n)"


def outputs(folder: Path) -> dict[str, str]:
    """What each command prints, on a harvest of the sample into that folder; and the tables of the export."""
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    with serve() as world:
        sites = folder / "tests/world/sites.toml"
        sites.write_text(
            sites.read_text(encoding="utf-8").replace(str(PORT), str(world.port)), encoding="utf-8"
        )
        said = {name: prachum(folder, *typed) for name, typed in COMMANDS.items()}
    prachum(folder, "export", "--data", "sample", "csv", "--format", "csv")
    for name in TABLES:
        said[name] = (folder / "csv" / name).read_text(encoding="utf-8")
    said |= {name: prachum(folder, *typed) for name, typed in DECISIONS.items()}
    return {name: text.replace(str(world.port), str(PORT)) for name, text in said.items()}


def prachum(folder: Path, *typed: str) -> str:
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PATH": str(folder),  # a newcomer's machine: Python, and no Tesseract
        "COLUMNS": "100",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    }
    command = [sys.executable, "-m", "flows.cli", *typed]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        raise RuntimeError(f"prachum {' '.join(typed)}: {done.stderr}")
    return done.stdout.lstrip("\n")


def screenshot(data: Path, path: Path, tab: Tab) -> bytes:
    """The search page with hits, as a picture."""
    with serving(data) as address:
        tab.open(f"{address}/?q={quote('ประชุมปฏิบัติการ')}", 900)
        tab.value("document.fonts.ready.then(() => 1)")
        return tab.shoot(path, whole=False)


def shown(page: str, name: str) -> str | None:
    """What a page shows under that name; None where it shows nothing."""
    block = re.search(_BLOCK.format(name=name), page, re.DOTALL)
    return block and block[0].partition("```\n")[2].removesuffix("```\n")


def without_moments(text: str) -> str:
    """The text with the moments of fetching, and the number of the reader of the time, left aside."""
    return _MOMENT.sub("…", text)


def main() -> None:
    with tempfile.TemporaryDirectory() as name, chromium(Path(name) / "profile") as tab:
        folder = Path(name)
        said = outputs(folder)
        picture = screenshot(folder / "sample", folder / "search.png", tab)
    for page in PAGES:
        text = before = page.read_text(encoding="utf-8")
        for name in (*COMMANDS, *DECISIONS):
            block = _BLOCK.format(name=name)
            text = re.sub(
                block, lambda found, name=name: found[1] + said[name] + found[2], text, flags=re.DOTALL
            )
        if without_moments(text) != without_moments(before):
            page.write_text(text, encoding="utf-8")
    SAMPLE.mkdir(parents=True, exist_ok=True)
    (SAMPLE / "search.png").write_bytes(picture)
    for name in TABLES:
        (SAMPLE / name).write_text(said[name], encoding="utf-8")


if __name__ == "__main__":
    main()
