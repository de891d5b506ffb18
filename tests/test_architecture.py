"""The house keeps its shape: imports point one way, and each folder leaves alone what is not its own."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("extractors", "archive", "flows")  # each may import itself and those before it

# What a floor may not import. To forbid more: a word here.
FORBIDDEN = {
    "extractors": {
        "socket",
        "requests",
        "urllib3",
        "http",
        "prefect",
        "sqlite3",
        "sqlite_utils",
        "warcio",
        "time",
    },
    "archive": {"requests", "urllib3", "http.client", "prefect", "socket", "feedparser"},
    "flows": {"sqlite3", "sqlite_utils", "bs4", "lxml", "pdfplumber", "warcio"},
}
# The one folder of extractors that starts processes, and so has a clock and files.
CHILD = "extractors/child/"
STARTS_PROCESSES = {"subprocess", "multiprocessing"}


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules(floor: str) -> list[Path]:
    return sorted((ROOT / floor).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module name that the file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import; write it out, Prefect loads flows by path"
            yield node.module or ""


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_point_one_way(floor: str) -> None:
    above = set(FLOORS[FLOORS.index(floor) + 1 :]) | {"tests", "bench"}
    wrong = {
        f"{place(path)} imports {name}"
        for path in modules(floor)
        for name in imported(path)
        if name.split(".")[0] in above
    }
    assert not wrong


@pytest.mark.parametrize("floor", FLOORS)
def test_each_floor_leaves_alone_what_is_not_its_own(floor: str) -> None:
    wrong = {
        f"{place(path)} imports {name}"
        for path in modules(floor)
        for name in imported(path)
        if {name, name.split(".")[0]} & FORBIDDEN[floor] and not place(path).startswith(CHILD)
    }
    assert not wrong


def test_only_the_child_starts_processes() -> None:
    starters = {
        place(path)
        for floor in FLOORS
        for path in modules(floor)
        if STARTS_PROCESSES & {name.split(".")[0] for name in imported(path)}
    }
    assert starters
    assert not {name for name in starters if not name.startswith(CHILD)}


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "manager", "base", "common", "misc"}
    assert not {path.name for floor in FLOORS for path in modules(floor) if path.stem in drawers}


def test_flows_shadow_nothing() -> None:
    """Prefect puts flows/ before the root on sys.path: a file there named like a package would hide it."""
    names = {path.stem for path in (ROOT / "flows").glob("*.py")}
    assert not names & (set(FLOORS) | set(sys.stdlib_module_names) | {"requests", "prefect", "rich", "click"})


def test_flow_modules_keep_their_annotations_as_they_are() -> None:
    """A flow whose annotations are postponed cannot be served: Prefect cannot resolve them after pickling."""
    text = (ROOT / "flows" / "harvest.py").read_text(encoding="utf-8")
    assert "from __future__ import annotations" not in text
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
