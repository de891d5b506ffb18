"""`prachum harvest` as one types it, with its start and Prefect's, for a bench that looks at what it does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from extractors.records import Site
from flows.sitewriter import as_toml

ROOT = Path(__file__).resolve().parents[1]


def harvest(data: Path, sites: Path) -> float:
    """Seconds that it took. Raises RuntimeError, with what it said, where it does not end well."""
    command = [sys.executable, "-m", "flows.cli", "harvest", "--data", str(data), "--sites", str(sites)]
    env = {**os.environ, "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true"}
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"prachum harvest: {done.stdout}{done.stderr}")
    return time.monotonic() - began


def listed(path: Path, sites: Iterable[Site]) -> Path:
    """The path, at which the list of these sites is written."""
    path.write_text("\n".join(map(as_toml, sites)), encoding="utf-8")
    return path
