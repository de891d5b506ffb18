"""What people type beside an option: a day, who they are, a line for the record."""

from __future__ import annotations

import getpass

from extractors.errors import BadInput
from extractors.sites import stamps

BUDDHIST = 2400  # a year from here on is of the Buddhist Era


def day(said: str, option: str) -> str:
    """The ISO day. Raises BadInput where the words name none.

    >>> [day(said, "--date") for said in ("๑๒ มีนาคม ๒๕๖๗", "12/3/67", "2567-03-12", "2024-03-12")]
    ['2024-03-12', '2024-03-12', '2024-03-12', '2024-03-12']
    """
    year, _, rest = said.strip().partition("-")
    iso = f"{int(year) - 543}-{rest}" if year.isdigit() and int(year) > BUDDHIST else said.strip()
    found = stamps.moment(iso) or stamps.day(said)
    if found is None or len(found) != len("2024-03-12"):
        raise BadInput(option, f"expected a day (12 มี.ค. 2567, 12/3/2567 or 2024-03-12), came {said!r}")
    return found


def who(by: str | None) -> str:
    """The name said, else the login name. Raises BadInput where there is none."""
    try:
        return line(by or getpass.getuser(), "--by")
    except (OSError, KeyError):
        raise BadInput("--by", "this machine does not say who you are; write --by NAME") from None


def line(said: str, option: str) -> str:
    """The words in one line. Raises BadInput where there are none."""
    words = " ".join(said.split())
    if not words:
        raise BadInput(option, "is empty; say it, since nobody can find it out later")
    return words
