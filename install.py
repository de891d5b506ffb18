"""Makes .venv with the command `prachum`: `python3 install.py [EXTRA]…`, with Python's own library alone.

Where the running Python has every package already, .venv borrows them and
nothing is fetched; otherwise pip fetches them.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit(
        f"install: Python 3.11 or newer is needed, this is {sys.version.split()[0]}; make PYTHON=python3.11"
    )

import subprocess
import sysconfig
import tomllib
import venv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement  # the only reader of requirements every Python has

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOG = VENV / "install.log"


def main(extras: list[str]) -> int:
    if missing := lacking(extras):
        print(
            f"installing into {VENV.name} (the running Python lacks {', '.join(missing[:4])} …)", flush=True
        )
        return fetch(extras)
    borrow()
    return 0


def lacking(extras: list[str]) -> list[str]:
    """The requirements that the running Python does not meet."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [
        *project["dependencies"],
        *(line for extra in extras for line in project["optional-dependencies"][extra]),
    ]
    requirements = [Requirement(line) for line in named]
    return [r.name for r in requirements if r.name != project["name"] and not met(r)]


def met(requirement: Requirement) -> bool:
    try:
        return requirement.specifier.contains(version(requirement.name), prereleases=True)
    except PackageNotFoundError:
        return False


def borrow() -> None:
    """A .venv that looks into the packages of the running Python."""
    venv.create(VENV, with_pip=False, symlinks=True)
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), str(ROOT)}
    own = next((VENV / "lib").glob("python*/site-packages"))
    (own / "prachum.pth").write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")
    command = VENV / "bin" / "prachum"
    command.write_text(
        f"#!{VENV / 'bin' / 'python'}\nfrom flows.cli import main\n\nmain()\n", encoding="utf-8"
    )
    command.chmod(0o755)


def fetch(extras: list[str]) -> int:
    """A .venv with packages of its own; pip's words go into a log, unless it fails."""
    venv.create(VENV, with_pip=True, symlinks=True)
    what = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check", "-e", what]
    with LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(pip, stdout=log, stderr=subprocess.STDOUT, check=False)
    if done.returncode == 0:
        return 0
    said = LOG.read_text(encoding="utf-8")
    if "connection" in said.lower() or "No matching distribution" in said:
        return fail(
            "no package index answered: connect this machine to one (pip config), or name a Python that has "
            f"the packages (make PYTHON=…); {LOG} tells more"
        )
    return fail(f"pip could not install the packages; {LOG} tells why")


def fail(message: str) -> int:
    print(f"install: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
