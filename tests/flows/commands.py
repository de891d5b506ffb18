"""The command line in the process of the test, on one data folder: the fixture `prachum`."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import main


class Prachum:
    """The command line in this process, on one data folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.capsys = data, capsys

    def __call__(self, verb: str, *arguments: str | Path) -> tuple[int, str]:
        """The exit code, and what was printed, errors too."""
        with pytest.raises(SystemExit) as left:
            main([verb, "--data", str(self.data), *map(str, arguments)])
        said = self.capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err


@pytest.fixture
def prachum(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Prachum:
    monkeypatch.setenv("LOGNAME", "malee")
    return Prachum(tmp_path / "data", capsys)
