"""What every test stands on: a Prefect of its own, and tests left out by name where a program is missing."""

from __future__ import annotations

import os
import shutil
import tempfile

# Before anything imports prefect, which reads its settings then and would
# otherwise write to the home folder.
_HOME = tempfile.mkdtemp(prefix="prachum-test-")
os.environ["PREFECT_HOME"] = _HOME
os.environ["PREFECT_PROFILES_PATH"] = os.path.join(_HOME, "profiles.toml")
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"
os.environ.pop("PREFECT_API_URL", None)
os.environ.pop("PRACHUM_DATA", None)
os.environ["PATH"] += os.pathsep + "/usr/sbin"  # where Debian puts daemons; it is on root's PATH alone
os.environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "false"  # a test that forgets the harness fails, and fast

from collections.abc import Iterator

import pytest

pytest_plugins = [
    "tests.realsite.fixture",  # so that one WordPress starts for them all
    "tests.flows.commands",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the kill and fault tests with their full counts")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, by name, what needs a program that is not here; in CI nothing may be left out."""
    for item in items:
        missing = {
            name for mark in item.iter_markers("needs") for name in mark.args if not shutil.which(name)
        }
        if missing and not os.environ.get("CI"):
            names = ", ".join(sorted(missing))
            item.add_marker(pytest.mark.skip(reason=f"needs {names}: `make test-deps` installs it"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            if not shutil.which(name):
                pytest.fail(f"{name} is missing, and CI leaves nothing out: run `make test-deps`")


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def prefect_api() -> Iterator[None]:
    """One small Prefect server for the few tests that run a real flow."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
