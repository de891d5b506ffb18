"""The pages of the archive: search, event, document, help, the hits as CSV. They only read.

No script, no address but this one: the policy in HEADERS holds for every answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from archive import catalogue, quality
from archive.decisions.merges import redirected
from archive.decisions.takedowns import is_taken_down
from archive.export.hits import hits_csv
from archive.search import Results, search
from archive.web.addresses import as_number, asked_of, filters_of, language_of, link
from archive.web.document_page import document_page
from archive.web.event_page import event_page
from archive.web.help import notes, sections
from archive.web.rendering import render
from extractors.errors import BadInput

PAGE = 20  # hits on a page
LARGEST = 1000  # rows of a CSV
CHOICES = 8  # values of a facet that are offered

# For crawlers: searches are endless, and each costs work; the newest lead on to every event and document.
ROBOTS = """User-agent: *
Allow: /?page=
Allow: /?lang=en$
Disallow: /?
Disallow: /hits.csv
"""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",  # asked again, so that no page meets the style of another version
}
FONTS = "/static/fonts/"  # they never change

Answer = Callable[[Database, Request], Response]


def create_app(folder: Path) -> Starlette:
    """The pages over the archive in that data folder, opened once a thread and never written to."""
    reader = _Reader(folder)
    routes = [
        Route("/", reader.page(_search)),
        Route("/hits.csv", reader.page(_csv)),
        Route("/event/{id:path}", reader.page(_event)),
        Route("/document/{id:path}", reader.page(_document)),
        Route("/help", _help),
        Route("/robots.txt", _robots),
        Route("/health", reader.page(_health)),
        Mount("/static", StaticFiles(packages=[("archive.web", "static")])),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(_Guarded), Middleware(GZipMiddleware, compresslevel=4)],  # 60 kB are 9
        exception_handlers={
            404: _not_found,
            405: _not_found,
            410: _not_found,
            BadInput: _no_archive,
            500: _failed,
        },
    )


class _Reader:
    """A read-only connection a thread, opened again when a rebuild has put another file in its place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.local = threading.local()

    def page(self, answer: Answer) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            return answer(self._connection(), request)

        return endpoint

    def _connection(self) -> Database:
        path = self.folder / catalogue.NAME
        here = path.stat().st_ino if path.exists() else None
        if getattr(self.local, "file", None) != here or here is None:
            self.local.db = catalogue.connect(self.folder, readonly=True)
            self.local.file = here
        db: Database = self.local.db
        return db


class _Guarded:
    """Adds HEADERS to every answer, static files and errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = dict(HEADERS)
                if scope["path"].startswith(FONTS) and message["status"] == 200:
                    headers["Cache-Control"] = "max-age=31536000"
                added = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
                message["headers"] = [*message.get("headers", []), *added]
            await send(message)

        await self.app(scope, receive, guarded)


def _search(db: Database, request: Request) -> Response:
    query = asked_of(request)
    filters = filters_of(request)
    sort = "date" if request.query_params.get("sort") == "date" else "relevance"
    page = request.query_params.get("page", "")[:200]
    found = search(db, query, limit=PAGE, page=page, sort=sort, **filters)
    kept = {"q": query, **filters} | ({"sort": sort} if sort == "date" else {})
    return render(
        request,
        "search.html",
        query=query,
        asked=not found.query.blank,
        cut=len(request.query_params.get("q", "").strip()) > len(query),
        found=found,
        offers=[offer for offer in found.offers if offer.name not in filters],
        filters=filters,
        sort=sort,
        kept=kept,
        here=kept | ({"page": page} if page else {}),
        facets=_offered(found, filters),
        sites=_names(db),
        holds=_holds(db) if found.query.blank and not filters else None,
    )


def _csv(db: Database, request: Request) -> Response:
    sort = "date" if request.query_params.get("sort") == "date" else "relevance"
    found = search(db, asked_of(request), limit=LARGEST, sort=sort, **filters_of(request))
    named = {"Content-Disposition": 'attachment; filename="prachum-hits.csv"'}
    return Response(hits_csv(found.hits), media_type="text/csv; charset=utf-8", headers=named)


def _event(db: Database, request: Request) -> Response:
    id = request.path_params["id"]
    if (into := redirected(db, id)) != id:
        return RedirectResponse(link(request, f"/event/{quote(into)}"), 301)
    page = event_page(db, id, language_of(request))
    if page is None:
        if catalogue.one(db, "SELECT 1 FROM document WHERE id = ?", [id]):
            return RedirectResponse(link(request, f"/document/{quote(id)}"), 307)
        raise HTTPException(_why_not(db, id))
    return render(request, "event.html", page=page)


def _document(db: Database, request: Request) -> Response:
    version = request.query_params.get("version")
    page = document_page(
        db, request.path_params["id"], as_number(version, 1) if version else None, language_of(request)
    )
    if page is None:
        raise HTTPException(_why_not(db, request.path_params["id"]))
    return render(request, "document.html", page=page)


def _why_not(db: Database, id: str) -> int:
    """The status of a page that is not there: a link to what was taken down was right, and says so."""
    return 410 if is_taken_down(db, id) else 404


def _robots(request: Request) -> Response:
    return PlainTextResponse(ROBOTS)


def _help(request: Request) -> Response:
    language = language_of(request)
    return render(request, "help.html", sections=sections(language), notes=notes(language))


def _health(db: Database, request: Request) -> Response:
    """For whoever watches the service: 200 and "ok" while the catalogue answers."""
    db.execute("SELECT 1 FROM document LIMIT 1").fetchone()
    return PlainTextResponse("ok\n")


def _not_found(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    problem = "taken_down" if status == 410 else "not_found"
    return render(request, "problem.html", status=status, problem=problem)


def _no_archive(request: Request, error: Exception) -> Response:
    return render(request, "problem.html", status=503, problem="no_archive")


def _failed(request: Request, error: Exception) -> Response:
    """Starlette logs the traceback after this; the reader sees none."""
    answer = render(request, "problem.html", status=500, problem="failed")
    answer.headers.update(HEADERS)  # this one is made outside the middleware
    return answer


def _offered(found: Results, filters: Mapping[str, object]) -> dict[str, dict[str, list[tuple[str, int]]]]:
    """The facets that would narrow the hits: their most frequent values, and more; the newest year first."""
    offered = {}
    for name, values in found.facets.items():
        if name not in filters and len(values) > 1:
            parts = {"first": list(values[:CHOICES]), "more": list(values[CHOICES:])}
            if name in ("year", "fiscal"):
                parts = {part: sorted(some, reverse=True) for part, some in parts.items()}
            offered[name] = parts
    return offered


def _names(db: Database) -> dict[str, str]:
    return {row["id"]: row["name"] for row in catalogue.rows(db, "SELECT id, name FROM site")}


def _holds(db: Database) -> dict[str, int]:
    tables = {"events": "event", "documents": "document", "sites": "site"}
    counts = {
        name: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for name, table in tables.items()
    }
    return {**counts, "poor": quality.poor(db)}
