"""The command line: `prachum`."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from archive import folder, record
from archive.catalogue import FULL, NoRoom
from archive.export import EXPORTERS, export_to
from archive.search import search as find
from archive.store import Archive
from extractors.errors import BadInput, Gone, PrachumError
from flows import deciding, explaining, extracting, giving, report, sitelist, sites_cli, terminal
from flows.history import print_history
from flows.options import data_option as _data
from flows.options import default_data
from flows.options import sites_file as _sites_file
from flows.options import sites_option as _sites
from flows.telling.documents import print_document
from flows.telling.events import print_event
from flows.telling.hits import print_hits

DONE, PARTLY, WRONG = 0, 1, 2  # exit codes
LEAST = 1024 * 1024  # bytes free, below which a disk is full

# The verbs by what they are for, as --help shows them. To add one: a function
# below with @cli.command(), and its name here.
GROUPS = {
    "The archivist's": [
        *("init", "site", "harvest", "add", "reread", "check", "rebuild"),
        *("correct", "merge", "split", "takedown"),
    ],
    "Everyone's": ["search", "show", "serve"],
    "The researcher's": ["export", "extract"],
}


class _Grouped(click.Group):
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, names in GROUPS.items():
            with formatter.section(heading):
                commands = [(name, self.commands[name].get_short_help_str(90)) for name in names]
                formatter.write_dl(commands)


@click.group(cls=_Grouped, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prachum", message="prachum %(version)s")
def cli() -> None:
    """Harvest, read and keep the event documents of Thai offices, and find them again."""


@cli.command()
@_data
def init(data: Path) -> None:
    """Set up a data folder with a list of sites to fill in."""
    folder.create(data)
    if not (data / "sites.toml").exists():
        shutil.copy(_shipped_sites(), data / "sites.toml")
    click.echo(f"{data} is ready. Write your contact into {data / 'sites.toml'}, enable or add sites, then:")
    click.echo(f"  prachum harvest --data {data}")


@cli.command()
@click.argument("only", metavar="[SITE]…", nargs=-1)
@click.option("--limit", type=click.IntRange(1), help="At most so many pages a site; the rest waits.")
@_data
@_sites
def harvest(only: tuple[str, ...], limit: int | None, data: Path, sites: Path | None) -> int:
    """Visit the sites, keep what is new, read it, and say what was found."""
    path = _sites_file(data, sites)
    chosen = sitelist.load(path).chosen(only)
    if not chosen:
        raise BadInput(str(path), "has no site that is enabled; name one, or set enabled = true")

    def run() -> Any:
        from flows.harvest import harvest as flow

        return flow(str(data), str(path), list(only) or None, limit, return_state=True)

    return _run_flow(data, run)


@cli.command()
@click.argument("only", metavar="[SITE]…", nargs=-1)
@_data
@_sites
def reread(only: tuple[str, ...], data: Path, sites: Path | None) -> int:
    """Read everything again from what was kept, without the network."""
    path = _sites_file(data, sites)
    sitelist.load(path)
    with Archive(data, readonly=True) as archive:
        if unknown := sorted(set(only) - set(archive.standing())):
            raise BadInput(str(data), f"has no site {unknown[0]!r}; `prachum site list` names them")

    def run() -> Any:
        from flows.harvest import reread as flow

        return flow(str(data), str(path), list(only) or None, return_state=True)

    return _run_flow(data, run)


def _run_flow(data: Path, run: Callable[[], Any]) -> int:
    """Run a flow in this process, with bars while it goes on and a table at its end."""
    from flows import engine

    with folder.lock(data):  # said at once, rather than after Prefect's start
        pass
    engine.settle(data)
    try:
        with terminal.bars():
            state = run()
    except Exception as failure:
        # Prefect's server answers 500 when its own database finds no room, and never says why.
        if not isinstance(failure, PrachumError) and shutil.disk_usage(data).free < LEAST:
            raise NoRoom(str(data), FULL) from failure
        raise
    if isinstance(error := state.result(raise_on_failure=False), PrachumError):
        raise error
    with Archive(data, readonly=True) as archive:
        last = archive.last_run()
        rows = archive.run_table(last)
        terminal.print_report(rows, archive.problems(last))
    return DONE if report.outcome(rows) == "done" else PARTLY


@cli.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One hit a line, as JSON.")
@_data
def search(query: tuple[str, ...], limit: int, sort: str, as_json: bool, data: Path) -> None:
    """Find events and documents by what their texts say."""
    with Archive(data, readonly=True) as archive:
        results = find(archive.db, " ".join(query), limit=limit, sort=sort)
    if as_json:
        for hit in results.hits:
            click.echo(json.dumps(hit.as_json(), ensure_ascii=False))
    else:
        print_hits(results, _show(data))


def _show(data: Path) -> str:
    """The command that shows what that data folder holds, to be put before an id."""
    return "prachum show" + ("" if data == default_data() else f" --data {shlex.quote(str(data))}")


@cli.command()
@click.argument("id_", metavar="ID")
@click.option("--history", is_flag=True, help="Every version, and what people corrected.")
@_data
def show(id_: str, history: bool, data: Path) -> None:
    """Show one event or document, each value with the sentence it was read from."""
    with Archive(data, readonly=True) as archive:
        if history and (happened := record.history(archive, id_)):
            print_history(happened)
        elif not history and (event := record.event(archive, id_)):
            print_event(event)
        elif not history and (document := record.document(archive, id_)):
            print_document(document, _show(data))
        else:
            raise Gone("", f"the archive has no {id_}; `prachum search` prints the ids of what it has")


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@_data
def serve(host: str, port: int, data: Path) -> None:
    """Open the archive to staff, as a web page."""
    import uvicorn

    from archive.web.app import create_app

    Archive(data, readonly=True).close()
    with _listening(host, port) as listener:
        click.echo(f"http://{host}:{listener.getsockname()[1]}/  (Ctrl+C stops it)")
        server = uvicorn.Server(uvicorn.Config(create_app(data), log_level="warning", server_header=False))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at that address. Raises BadInput where there is none to be had."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address, family=family)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BadInput(
            f"{host}:{port}", f"cannot be served at: {why}; name another --port or --host"
        ) from None


@cli.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(sorted(EXPORTERS)), default="csv", show_default=True)
@_data
def export(target: Path, form: str, data: Path) -> None:
    """Write the whole archive out as a dataset."""
    with Archive(data, readonly=True) as archive:
        for path in export_to(archive, target, form):
            click.echo(str(path))


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--explain", "explained", is_flag=True, help="Print the text with each value marked.")
def extract(files: tuple[Path, ...], explained: bool) -> int:
    """Read files (.txt, .html, .pdf, .docx) and print what they tell, one JSON object a line."""
    failed = False
    for path in files:
        said = extracting.extract(path)
        failed = failed or "error" in said
        if explained and "error" not in said:
            terminal.console.print(explaining.explain(said))
        else:
            click.echo(json.dumps(said, ensure_ascii=False))
    return PARTLY if failed else DONE


@cli.command()
@_data
def check(data: Path) -> int:
    """Compare every byte that was kept with what the catalogue says of it."""
    from archive.fixity import check as mismatches

    with Archive(data, readonly=True) as archive:
        found = list(mismatches(archive))
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} mismatches" if found else "all is as it was kept")
    return PARTLY if found else DONE


@cli.command()
@_data
@_sites
def rebuild(data: Path, sites: Path | None) -> None:
    """Make the catalogue anew from the captures and people's decisions."""
    from archive.rebuild import rebuild as make_anew

    path = _sites_file(data, sites)
    listed = sitelist.load(path).sites if path.exists() else ()
    Archive(data, readonly=True).close()
    with folder.lock(data):
        make_anew(data, listed)
    click.echo(f"{data / 'archive.db'} was made anew from {data / 'captures'} and decisions.jsonl")


cli.add_command(sites_cli.site)
cli.add_command(giving.add)
for verb in (deciding.correct, deciding.merge, deciding.split, deciding.takedown):
    cli.add_command(verb)


def _shipped_sites() -> Path:
    return Path(__file__).parent.parent / "sites.toml"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; whatever goes wrong is told in one line."""
    try:
        code = cli.main(arguments, prog_name="prachum", standalone_mode=False)
    except click.UsageError as error:
        _leave(error.format_message() + _hint(error), WRONG)
    except BadInput as error:
        _leave(str(error), WRONG)
    except PrachumError as error:
        _leave(str(error), PARTLY)
    except (KeyboardInterrupt, click.Abort):
        _leave("stopped; what was fetched is kept, and the next harvest goes on from there", PARTLY)
    except BrokenPipeError:  # `prachum search … | head` has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except OSError as error:
        if os.environ.get("PRACHUM_DEBUG"):
            raise
        named = f"{error.filename}: " if error.filename else ""
        _leave(f"{named}{error.strerror or error}; nothing that was kept is lost", PARTLY)
    except Exception as error:
        if os.environ.get("PRACHUM_DEBUG"):
            raise
        _leave(f"unexpected {type(error).__name__}: {error}; PRACHUM_DEBUG=1 shows where", PARTLY)
    sys.exit(code if isinstance(code, int) else DONE)


def _hint(error: click.UsageError) -> str:
    return f" See `{error.ctx.command_path} --help`." if error.ctx else ""


def _leave(message: str, code: int) -> None:
    click.echo(f"prachum: {' '.join(message.split())}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
