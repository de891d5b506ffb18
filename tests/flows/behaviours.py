"""What a site may do, and what the archive then holds: the table of docs/faults.md, played by test_faults.py.

`python -m tests.flows.behaviours` writes the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs" / "faults.md"
BEGIN, END = "<!-- faults -->\n", "<!-- end -->\n"

PAGE, FILE, LIST = "/archives/118", "/wp-content/*", "/wp-json/*"
FEED = {"kind": "feed", "url": "feed/"}
SITEMAP = {"kind": "sitemap", "url": "wp-sitemap.xml", "selector": ".entry-content"}

# What an archive holds, in words -> what the addresses have that it lacks.
LACKS = {
    "everything": (),
    "all but the page": ("/archives/118",),
    "all but the file": ("/wp-content/",),
    "all but the oldest": ("/archives/104",),
    "what came before it": ("/archives/118", "/archives/104", "/wp-content/"),
    "nothing": ("/",),
}
ALL, PAGE_LESS, FILE_LESS, OLDEST_LESS, NEWEST, NONE = LACKS


@dataclass(frozen=True)
class Behaviour:
    """One thing that a site of three posts, one of them with a file, may do.

    `faults` are those of tests/world/faults.py; they strike the first night
    alone. `holds` is what the archive holds after it, `came` what it says of
    the last answer for the document concerned ("" where none came, None where
    that depends on the machine), `report` the kinds of problems. `later` is
    what it holds after the next night, `at_last` after the weekly sweep; where
    that is everything, the archive is equal to one of a site without faults.
    """

    does: str
    faults: tuple[str, ...]
    holds: str
    came: str | None
    report: tuple[str, ...] = ()
    later: str = ALL
    at_last: str = ALL
    entry: Mapping[str, Any] = field(default_factory=dict)
    is_hurried: bool = False  # it ends by our clock alone
    is_other: bool = False  # the bytes are other ones than without the fault; the texts are the same


def page(does: str, fault: str, came: str | None, *report: str, **more: Any) -> Behaviour:
    """One page is struck, all else comes."""
    return Behaviour(does, (f"{fault} {PAGE}",), PAGE_LESS, came, report, **more)


def harmless(does: str, *faults: str, came: str | None = "200", **more: Any) -> Behaviour:
    """Nothing is lost, and nobody need know."""
    return Behaviour(does, faults, ALL, came, **more)


# Add one: what the site does, its faults (tests/world/faults.py), and what must come of it.
BEHAVIOURS = [
    # The connection.
    page("drips a body, a byte a second", "drip", "200, cut (time)", "TryAgain", is_hurried=True),
    page("drips headers for ever", "drip-headers", "", "TryAgain", is_hurried=True),
    page(
        "drips the length of a chunk for ever", "drip-length", "200, cut (time)", "TryAgain", is_hurried=True
    ),
    page(
        "drips the name in a gzip header for ever",
        "drip-gzip",
        "200, cut (time)",
        "TryAgain",
        is_hurried=True,
    ),
    page("takes the request and says nothing", "stall", "", "TryAgain", is_hurried=True),
    page("sends a body without end", "endless", "200, cut (length)", "Unreadable", later=PAGE_LESS),
    page(
        "sends half a megabyte that unpacks to 500",
        "bomb",
        "200, cut (length)",
        "Unreadable",
        later=PAGE_LESS,
    ),
    page("hangs up in the middle of a body", "cut", "200, cut (disconnect)", "TryAgain"),
    page("resets the connection", "reset", "", "TryAgain"),
    page("resets it in the middle of a body", "reset-midway", None, "TryAgain"),
    page("speaks another protocol", "babble", "", "TryAgain"),
    page("numbers its chunks with letters", "misnumbered", "200, cut (disconnect)", "TryAgain"),
    page("sends plain text as gzip", "miscoded", "200, cut (disconnect)", "TryAgain"),
    page("sends 300 headers", "talkative", "", "TryAgain"),
    harmless("resets the first connection", f"reset-once {PAGE}"),
    # The server.
    page("answers 500", "error", "500, failing", "TryAgain"),
    page("answers 503 and asks for a second's patience, each time", "busy", "503, failing", "TryAgain"),
    harmless("answers 503 and asks for a second's patience, once", f"busy-once {PAGE}", came="200"),
    Behaviour(
        "answers 503 and asks for a day's patience",
        (f"busy-all-day {PAGE}",),
        NEWEST,
        "503",
        ("HostDown",),
        NEWEST,
        NEWEST,
    ),
    Behaviour(
        "answers 429 and asks for patience until a date",
        (f"busy-till-date {PAGE}",),
        NEWEST,
        "429",
        ("HostDown",),
        NEWEST,
        NEWEST,
    ),
    Behaviour("answers 500 to everything but robots.txt", ("error /[!r]*",), NONE, "", ("LayoutChanged",)),
    page("answers 401 and wants a password", "members", "401, refused", "Withheld"),
    page("answers 403", "refused", "403, refused", "Withheld"),
    page("answers 403 and wants a browser", "challenge", "403, refused", "Withheld"),
    page(
        "answers 404, or lists what is not there",
        "no-pretty",
        "404, gone",
        "Gone",
        later=PAGE_LESS,
    ),
    page("answers 410", "no-more", "410, gone", "Gone", later=PAGE_LESS),
    page("answers 304, though nobody asked", "unasked", "304, other", "TryAgain"),
    page("answers 206 with half a page", "partial", "206, other", "TryAgain"),
    # What comes in a page's place.
    page("asks to log in, with 200", "login", "200, login", "Withheld"),
    page('says "not found", with 200', "soft-404", "200, not found", "Gone", later=PAGE_LESS),
    page('says "forbidden", with 200', "soft-403", "200, blocked", "Withheld"),
    page("shows an error of its database, with 200", "sql", "200, broken", "TryAgain"),
    page("sends nothing, with 200", "empty", "200, empty", "Withheld"),
    page("sends a page that a script would fill", "built", "200, script", "Withheld"),
    page("leads to its front page", "home", "200, home", "Gone", later=PAGE_LESS),
    # Redirects.
    Behaviour("redirects without end", ("loop /archives/118*",), PAGE_LESS, "302", ("Refused",), PAGE_LESS),
    page("redirects without saying where to", "nowhere", "302, other", "TryAgain"),
    page("redirects into a cloud's own network", "metadata", "302", "Refused", later=PAGE_LESS),
    page("redirects to a local file", "to-file", "302", "Refused", later=PAGE_LESS),
    page("redirects to a name that is gone", "unnamed", "302", "HostDown"),
    page("redirects until a cookie comes back", "cookie-wall", "302", "Refused", later=PAGE_LESS),
    # robots.txt.
    Behaviour("forbids everything in robots.txt", ("forbid",), NONE, "", ("Forbidden",)),
    Behaviour("answers 500 to robots.txt", ("error /robots.txt",), NONE, "", ("HostDown",)),
    Behaviour(
        "never answers for robots.txt", ("stall /robots.txt",), NONE, "", ("HostDown",), is_hurried=True
    ),
    harmless("sends a web page as robots.txt", "built /robots.txt"),
    harmless("redirects robots.txt without end", "loop /robots.txt"),
    # Lists.
    harmless("prints a PHP warning before its JSON", f"php-warning {LIST}"),
    harmless("has its REST API switched off", "no-rest"),
    harmless("has its REST API for members alone", "rest-members"),
    harmless("serves no pretty addresses of its API", "no-pretty"),
    Behaviour(
        "says it has one document more than it lists",
        ("miscounted",),
        ALL,
        "200",
        ("LayoutChanged",),
        is_other=True,
    ),
    Behaviour("lists nothing, without an error", ("nothing",), NONE, "", ("Silent",)),
    harmless("lives in the year 2099", "ahead", is_other=True),
    Behaviour(
        "cuts its feed inside a letter", ("half /feed/*",), OLDEST_LESS, "200", ("TryAgain",), entry=FEED
    ),
    Behaviour(
        "cuts its sitemap in two", ("half /wp-sitemap-posts*",), NONE, "", ("LayoutChanged",), entry=SITEMAP
    ),
    harmless("sends a feed of a billion laughs", "laughs", entry=FEED),
    Behaviour(
        "sends a sitemap of a billion laughs", ("laughs",), NONE, "", ("LayoutChanged",), entry=SITEMAP
    ),
    harmless("names its pages with an advertiser's parameters", "tracked-links", entry=FEED, is_other=True),
    # Bytes.
    harmless("sends TIS-620 as UTF-8", f"tis620 {PAGE}", is_other=True),
    harmless("sends a page without its type", f"untyped {PAGE}", is_other=True),
    Behaviour("sends half a PDF", (f"half {FILE}",), FILE_LESS, "200", ("Unreadable",), FILE_LESS, FILE_LESS),
    Behaviour("sends a login form as PDF", (f"login {FILE}",), FILE_LESS, "200, login", ("Withheld",)),
    Behaviour("sends nothing as PDF", (f"empty {FILE}",), FILE_LESS, "200, empty", ("Withheld",)),
    harmless("sends a PDF without its type", f"untyped {FILE}", is_other=True),
]


def table() -> str:
    """The behaviours as Markdown."""
    lines = [
        "| a site … | that night the archive holds | and of what came | the report says | then |",
        "|---|---|---|---|---|",
    ]
    for one in BEHAVIOURS:
        came = "whatever came" if one.came is None else one.came or "no answer"
        report = ", ".join(f"`{kind}`" for kind in one.report) or "nothing"
        lines.append(f"| {one.does} | {one.holds} | {came} | {report} | {_then(one)} |")
    return "\n".join(lines) + "\n"


def _then(one: Behaviour) -> str:
    if one.later == ALL:
        return "nothing is missing" if one.holds == ALL else "the next night brings the rest"
    if one.at_last == ALL:
        return "the weekly sweep brings the rest"
    return "the rest waits until then" if one.holds == NEWEST else "it is asked for again once it changes"


def written(before: str) -> str:
    """The document with the table as it is now."""
    head, _, rest = before.partition(BEGIN)
    return f"{head}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8")), encoding="utf-8")
