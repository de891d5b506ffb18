"""What a night costs as the archive grows: the same new pages over 1,000 known ones and over 100,000.

    python -m bench.growth [KNOWN …]

The archive is made of nights by the real code; their rows are then copied, each
copy under an id, an address, bytes and a day of its own. Its WARC records are
not: a night that finds no change reads none of them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from archive.catalogue import connect
from archive.store import Archive
from bench.cost import Cost, Meter, told
from bench.pace_ours import sites
from bench.pace_site import served
from bench.peers import ROOT
from flows import reading
from flows.politeness import Gate
from flows.sources import open_source
from flows.visit import visit

SITES = 4
BEFORE, AFTER = 25, 50  # pages that each site lists when the archive is made, and in the night
KNOWN = (1_000, 100_000)
TIMES = 3  # the median counts

# A row of each for every copy; `key`, `event` and the like are moved by :by, ids end in -:by.
COPIES = (
    """INSERT INTO capture(id, record_id, url, fetched_at, status, headers, sha256, size, warc_file,
        warc_offset, warc_length, run, site, document, link, listed_in, version, read_at)
    SELECT id + :by, record_id || :by, url || '?' || :by, fetched_at, status, headers, sha256 || :by, size,
        :by || '-' || warc_file, warc_offset, warc_length, run, site, document || '-' || :by,
        json_set(link, '$.id', document || '-' || :by), listed_in, version + :by, read_at
    FROM capture WHERE document IS NOT NULL AND id <= :most""",
    """INSERT INTO document(key, id, site, url, kind, title, published, media_type, language, first_seen,
        last_seen, version)
    SELECT key + :by, id || '-' || :by, site, url || '?' || :by, kind, title,
        date('now', -(key + :by) % 2000 || ' days'), media_type, language, first_seen, last_seen,
        version + :by
    FROM document WHERE key <= :most""",
    """INSERT INTO version(id, document, n, capture, title, text_sha256, extractor, quality, reasons, pages,
        read_at, run)
    SELECT id + :by, document + :by, n, capture + :by, title, text_sha256 || :by, extractor, quality, reasons,
        pages, read_at, run FROM version WHERE id <= :most""",
    "INSERT INTO text SELECT version + :by, text FROM text WHERE version <= :most",
    "INSERT INTO words SELECT id + :by, title, body FROM words WHERE id <= :most",
    """INSERT INTO event(key, id, title, type, phase, start, "end", date_edtf, time, venue, online, status,
        facts)
    SELECT key + :by, id || '-' || :by, title, type, phase, date(start, -(key + :by) % 2000 || ' days'),
        date("end", -(key + :by) % 2000 || ' days'), date_edtf, time, venue, online, status, facts
    FROM event WHERE key <= :most""",
    "INSERT INTO report SELECT event + :by, document + :by FROM report WHERE event <= :most",
    """INSERT INTO evidence(event, path, document, page, start, "end", rule, confidence)
    SELECT event + :by, path, document + :by, page, start, "end", rule, confidence
    FROM evidence WHERE event <= :most""",
)


def main(arguments: Sequence[str] = ()) -> None:
    rows = [int(known) for known in arguments] or KNOWN
    costs = {}
    with tempfile.TemporaryDirectory() as name:
        first = Path(name) / "first"
        with served(BEFORE, 0) as port:
            night(port, first)
        for known in rows:
            grown = Path(name) / str(known)
            shutil.copytree(first, grown)
            grow(grown, known)
            with served(AFTER, 0) as port:
                costs[known] = sorted(
                    (measured(port, grown) for _ in range(TIMES)), key=lambda cost: cost.cpu
                )[1]
            shutil.rmtree(grown)
    print(
        "| known | new pages | CPU of the night | peak memory | against the smallest |\n|---|---|---|---|---|"
    )
    least = costs[rows[0]].cpu
    for known, cost in costs.items():
        print(
            f"| {known:,} | {cost.pages} | {cost.cpu:.1f} s | {cost.memory:.0f} MB | {cost.cpu / least:.2f} |"
        )


def measured(port: str, grown: Path) -> Cost:
    """Of a night over a copy, in a process of its own."""
    with tempfile.TemporaryDirectory(dir=grown.parent) as name:
        folder = shutil.copytree(grown, Path(name) / "data")
        command = [sys.executable, "-m", "bench.growth", "--night", port, folder]
        return told(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


def night(port: str, folder: Path) -> int:
    """What `prachum harvest` does, without Prefect and one site after the other; gives the new pages."""
    known = {site.id: site for site in sites(int(port))[:SITES]}
    with Archive(folder) as archive:
        run, gate = archive.begin_run("harvest"), Gate()
        for site in known.values():
            keep = lambda capture, site=site: archive.keep(capture, site, run)  # noqa: E731
            source = open_source(site, "Prachum/0.1 (+bench)", gate, keep, memory=archive.hosts)
            visit(archive, site, run, source)
        for page in archive.pending():
            reading.read_family(archive, page, known, run)
        archive.examine(run)
        archive.end_run(run, "done")
        return sum(row["new"] for row in archive.run_table(run))


def grow(folder: Path, known: int) -> None:
    """Copies what is there until so many pages are known."""
    db = connect(folder)
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("PRAGMA synchronous=OFF")
    most = 10 * SITES * BEFORE  # more than any key of the first night
    for n in range(1, known // (SITES * BEFORE)):
        with db.atomic():
            for copy in COPIES:
                db.execute(copy, {"by": n * most, "most": most})
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--night"]:
        meter = Meter()
        meter.tell(night(sys.argv[2], Path(sys.argv[3])))
    else:
        main(sys.argv[1:])
