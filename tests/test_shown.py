"""The README and docs/ show what the commands give; `python -m tests.shown` makes them anew."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests import shown
from tests.archive.browser import chromium


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shown")


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, str]:
    return shown.outputs(folder)


@pytest.mark.parametrize("name", [*shown.COMMANDS, *shown.DECISIONS])
def test_a_page_shows_what_the_command_prints(said: dict[str, str], name: str) -> None:
    blocks = [shown.shown(page.read_text(encoding="utf-8"), name) for page in shown.PAGES]
    (block,) = [block for block in blocks if block is not None]
    assert shown.without_moments(block) == shown.without_moments(said[name])


@pytest.mark.parametrize("name", shown.TABLES)
def test_the_sample_tables_are_what_the_export_writes(said: dict[str, str], name: str) -> None:
    table = (shown.SAMPLE / name).read_text(encoding="utf-8")
    assert shown.without_moments(table) == shown.without_moments(said[name])


@pytest.mark.needs("chromium")
def test_the_picture_shows_the_search_page(said: dict[str, str], folder: Path) -> None:
    """Pixels differ with a machine's fonts and smoothing; from afar the same page looks the same."""
    with chromium(folder / "profile") as tab:
        now = shown.screenshot(folder / "sample", folder / "now.png", tab)
    then, now_ = (from_afar(picture) for picture in ((shown.SAMPLE / "search.png").read_bytes(), now))
    assert sum(abs(a - b) for a, b in zip(then, now_, strict=True)) / len(then) < 6  # of 255


def from_afar(picture: bytes) -> bytes:
    return Image.open(BytesIO(picture)).convert("L").resize((60, 60), Image.Resampling.BOX).tobytes()


def test_every_verb_is_told_of_in_its_page() -> None:
    from flows.cli import GROUPS

    page = (shown.ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    verbs = {verb.name for group in GROUPS.values() for verb in group}
    assert not [verb for verb in verbs if not re.search(rf"`(prachum )?{verb}\b", page)]


def test_every_make_target_is_told_of() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in shown.PAGES)
    makefile = (Path(shown.ROOT) / "Makefile").read_text(encoding="utf-8")
    (targets,) = [line.split()[1:] for line in makefile.splitlines() if line.startswith(".PHONY")]
    assert not [target for target in targets if f"make {target}" not in told]


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in shown.PAGES:
        text = page.read_text(encoding="utf-8")
        for target, _, heading in (link.partition("#") for link in re.findall(r"\]\(([^):]+)\)", text)):
            aim = page.parent / target
            assert aim.exists(), f"{page.name} links to {target}"
            if heading:
                headings = re.findall(r"^#+ (.*)$", aim.read_text(encoding="utf-8"), re.MULTILINE)
                assert heading in {said.lower().replace(" ", "-") for said in headings}


def test_no_message_sends_anyone_to_a_verb_that_is_not_there() -> None:
    from flows.cli import cli

    sources = [
        path for floor in ("extractors", "archive", "flows") for path in (shown.ROOT / floor).rglob("*.py")
    ]
    named = {
        verb
        for path in sources
        for verb in re.findall(r"`prachum ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    assert named <= cli.commands.keys()
