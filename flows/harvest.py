"""The nightly flow and the rereading one: thin tasks around visit.py and reading.py.

Prefect loads this file by its path, with flows/ before the repository root on
sys.path, and keeps its flows' annotations as they are: so imports are
absolute, no class stands here, and annotations are not postponed.
"""

from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from archive.folder import lock
from archive.store import Archive
from extractors.errors import PrachumError, Stop
from extractors.records import Site
from flows import reading, report, sitelist, sources
from flows.politeness import Gate
from flows.progress import tell
from flows.visit import visit

# So many hosts are waited for side by side; many more would wait for one SQLite writer.
RUNNER: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=16)


@flow(name="harvest", task_runner=RUNNER, log_prints=False, persist_result=False)
def harvest(
    data: str = "data", sites: str = "sites.toml", only: list[str] | None = None, limit: int | None = None
) -> State:
    """Visit the sites that are enabled, or `only` those; read what came; report."""
    listed = sitelist.load(Path(sites))
    chosen = listed.chosen(only or [])
    folder = Path(data)
    with lock(folder), Archive(folder) as archive:
        run = archive.begin_run("harvest")
        gate = Gate()
        agent = sources.agent(listed.contact)
        visits = [visit_site.submit(folder, site, run, agent, gate, limit) for site in chosen]
        for site, future in zip(chosen, visits, strict=True):
            _note_death(archive, run, site.id, future)
        read_waiting(archive, {site.id: site for site in listed.sites}, run)
        return finish(archive, run)


@flow(name="reread", task_runner=RUNNER, log_prints=False, persist_result=False)
def reread(data: str = "data", sites: str = "sites.toml", only: list[str] | None = None) -> State:
    """Read everything again from the captures, without the network."""
    listed = sitelist.load(Path(sites))
    folder = Path(data)
    with lock(folder), Archive(folder) as archive:
        run = archive.begin_run("reread")
        read_all(archive, archive.pages(only), {site.id: site for site in listed.sites}, run)
        return finish(archive, run)


@task(task_run_name="visit {site.id}", cache_policy=NO_CACHE, persist_result=False)
def visit_site(folder: Path, site: Site, run: int, agent: str, gate: Gate, limit: int | None) -> None:
    with Archive(folder) as archive:
        source = sources.open_source(
            site,
            agent,
            gate,
            record=lambda capture: archive.keep(capture, site, run),
            memory=archive.hosts,
        )
        visit(archive, site, run, source, limit)


@task(task_run_name="read {first}", cache_policy=NO_CACHE, persist_result=False)
def read_batch(folder: Path, page_ids: list[str], sites: dict[str, Site], run: int, first: str) -> None:
    with reading.AT_ONCE, Archive(folder) as archive:
        for page_id in page_ids:
            try:
                reading.read_family(archive, page_id, sites, run)
            except Stop:
                raise
            except Exception as error:  # noqa: BLE001 - one page must not cost the night the others
                site_id = archive.site_of(page_id)
                archive.problem(run, site_id, page_id, _as_problem(page_id, error))
                archive.tally(run, site_id, failed=1)


def read_waiting(archive: Archive, sites: dict[str, Site], run: int) -> None:
    """Read what was not read yet; of a page that waits in several states, the oldest first."""
    before: list[str] = []
    while (waiting := archive.pending()) != before:
        read_all(archive, waiting, sites, run)
        before = waiting


def read_all(archive: Archive, page_ids: list[str], sites: dict[str, Site], run: int) -> None:
    """Read the pages in batches, a task each, and wait for them."""
    batches = reading.batches(page_ids)
    futures = [read_batch.submit(archive.folder, batch, sites, run, batch[0]) for batch in batches]
    done = 0
    for batch, future in zip(batches, futures, strict=True):
        tell("reading", done, len(page_ids))
        _note_death(archive, run, archive.site_of(batch[0]), future)
        done += len(batch)
    tell("reading", done, len(page_ids))


def finish(archive: Archive, run: int) -> State:
    """Close the run and report it. It fails where a whole site did; one lost page must not raise an alarm."""
    alarms = archive.examine(run)
    rows = archive.run_table(run)
    ended, words = report.outcome(rows), report.in_words(rows, alarms)
    archive.end_run(run, ended)
    create_table_artifact(key="run-report", table=report.as_artifact(rows), description=words)
    if sites := ", ".join(row["site"] for row in report.lost(rows)):
        return Failed(message=f"nothing came from {sites}; {words}")
    return Completed(name="Completed" if ended == "done" else "Partly", message=words)


def _note_death(archive: Archive, run: int, site_id: str, future: PrefectFuture[None]) -> None:
    """Wait for a task; where it died of what its own functions do not expect, say so in the report."""
    try:
        future.result()
    except Exception as error:  # noqa: BLE001 - a site that fails does not stop the others
        archive.problem(run, site_id, "", _as_problem(site_id, error))
        archive.tally(run, site_id, failed=1, message=str(error))


def _as_problem(where: str, error: Exception) -> PrachumError:
    if isinstance(error, PrachumError):
        return error
    return Stop(
        where, f"unexpected {type(error).__name__}: {error}; please report it with the page's address"
    )
