"""`prachum search`, `show` and `serve`: for everyone."""

from __future__ import annotations

import json
import shlex
import socket
from contextlib import suppress
from pathlib import Path

import click

from archive import record
from archive.search import search as find
from archive.store import Archive
from extractors.errors import BadInput, Gone
from flows.history import print_history
from flows.telling.documents import print_document
from flows.telling.events import print_event
from flows.telling.hits import print_hits
from flows.verbs.options import data_option, default_data


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One hit a line, as JSON.")
@data_option
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


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--history", is_flag=True, help="Every version, and what people corrected.")
@data_option
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


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@data_option
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
