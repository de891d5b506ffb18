"""What we asked a site's hosts for, from the captures: a table that one may send to the site's owner.

A capture is an answer; a request that no answer came to is in the run's
number of requests alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sqlite_utils import Database

from archive.catalogue import rows
from archive.clock import now

# Of what kind an answer was asked for. To add one: a line, and its test in `_kind`.
KINDS = ("robots.txt", "list", "page", "file")


@dataclass
class Line:
    """One host's share of one run."""

    run: int
    started_at: str
    host: str
    answers: Counter[str] = field(default_factory=Counter)  # of KINDS
    sizes: Counter[str] = field(default_factory=Counter)  # bytes, of KINDS
    statuses: Counter[str] = field(default_factory=Counter)  # "2xx", "304", …
    refused: int = 0  # addresses that robots.txt forbade, and that were not asked for


@dataclass(frozen=True)
class Ledger:
    """The newest runs first; `requests` by run, with those that no answer came to.

    `resting` has the hosts that are left alone, and until when.
    """

    lines: tuple[Line, ...]
    requests: dict[int, int]
    resting: dict[str, str]


def ledger(db: Database, site: str, runs: int) -> Ledger:
    """The last so many runs in which the site was visited."""
    visited = rows(
        db,
        """SELECT run.id, started_at, requests FROM run JOIN run_site ON run_site.run = run.id
        WHERE site = ? AND command = 'harvest' ORDER BY run.id DESC LIMIT ?""",
        [site, runs],
    )
    lines = [line for run in visited for line in _of_run(db, site, run["id"], run["started_at"])]
    hosts = {line.host for line in lines}
    resting = rows(db, "SELECT host, until FROM resting WHERE until > ? ORDER BY host", [now()])
    return Ledger(
        tuple(lines),
        {run["id"]: run["requests"] for run in visited},
        {row["host"]: row["until"] for row in resting if row["host"] in hosts},
    )


def _of_run(db: Database, site: str, run: int, started_at: str) -> list[Line]:
    hosts: dict[str, Line] = defaultdict(lambda: Line(run, started_at, ""))
    answers = "SELECT url, status, size, document, parent FROM capture WHERE run = ? AND site = ?"
    for row in rows(db, answers, [run, site]):
        line = hosts[urlsplit(row["url"]).netloc]
        kind = _kind(row["url"], row["document"], row["parent"])
        line.answers[kind] += 1
        line.sizes[kind] += row["size"]
        line.statuses["304" if row["status"] == 304 else f"{row['status'] // 100}xx"] += 1
    refused = "SELECT url FROM problem WHERE run = ? AND site = ? AND 'Forbidden' IN (kind, cause)"
    for row in rows(db, refused, [run, site]):
        hosts[urlsplit(row["url"]).netloc].refused += 1
    for host, line in hosts.items():
        line.host = host
    return sorted(hosts.values(), key=lambda line: (-sum(line.answers.values()), line.host))


def _kind(url: str, document: str | None, parent: str | None) -> str:
    """
    >>> _kind("http://a.th/robots.txt", None, None), _kind("http://a.th/feed/", None, None)
    ('robots.txt', 'list')
    """
    if document is None:
        return "robots.txt" if urlsplit(url).path == "/robots.txt" else "list"
    return "file" if parent else "page"
