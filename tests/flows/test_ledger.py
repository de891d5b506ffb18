"""The ledger says what the server saw."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from archive.ledger import ledger
from archive.store import Archive
from flows.cli import main
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve


def test_it_agrees_with_the_server(tmp_path: Path) -> None:
    with serve(faults=["error /archives/118"]) as world:
        harvest(tmp_path, site_at(world.url))
        seen = Counter(_kind(request.path) for request in world.log)
        requests = len(world.log)
        harvest(tmp_path, site_at(world.url))
    with Archive(tmp_path, readonly=True) as archive:
        said = ledger(archive.db, "sample", 7)
    second, first = said.lines
    assert first.host == f"127.0.0.1:{world.port}"
    assert said.requests[first.run] == requests
    assert first.answers["page"] == seen["page"]
    assert first.answers["robots.txt"] == 1
    assert first.answers["list"] == seen["list"] - 1
    assert first.answers["file"] == seen["file"] > 0
    assert first.statuses["5xx"] == 2  # it was asked for once more
    assert sum(first.sizes.values()) > 10_000
    assert dict(second.answers) == {"robots.txt": 1, "list": 1, "page": 2}  # the page that failed, twice


def _kind(path: str) -> str:
    bare = path.partition("?")[0]
    if bare == "/robots.txt" or bare.startswith("/wp-json"):
        return "list"
    return "page" if bare.startswith("/archives/") else "file"


def test_it_is_printed_for_the_owner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites = tmp_path / "sites.toml"
    with serve() as world:
        harvest(tmp_path / "data", site_at(world.url), limit=2)
        sites.write_text(
            'contact = "me@example.org"\n[[site]]\nid = "sample"\nname = "ก"\nkind = "wordpress"\n'
            f'url = "{world.url}"\nallow_private = true\n',
            encoding="utf-8",
        )
    with pytest.raises(SystemExit) as left:
        main(["site", "ledger", "sample", "--data", str(tmp_path / "data"), "--sites", str(sites)])
    said = capsys.readouterr().out
    assert not left.value.code
    assert "(+me@example.org)" in said
    assert f"127.0.0.1:{world.port}" in said
    heading, line = said.splitlines()[3:5]
    assert heading.split()[2:6] == ["robots.txt", "kB", "list", "kB"]
    assert [int(cell.replace(",", "")) for cell in line.split()[2:8]][::2] == [1, 1, 2]
    assert all(int(cell.replace(",", "")) > 0 for cell in line.split()[3:8:2])
    with pytest.raises(SystemExit) as left:
        main(["site", "ledger", "nobody", "--data", str(tmp_path / "data"), "--sites", str(sites)])
    assert left.value.code == 2
    assert "has no site 'nobody'" in capsys.readouterr().err
