"""Fetching from a world of faults: what comes is kept, what does not come has a name that tells what to do.

Add the next fault to FAULTS.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from extractors.errors import Forbidden, HostDown, PrachumError, Refused, TryAgain, Unreadable
from extractors.records import Capture, Link, Site
from flows.fetch import Fetcher, Limits, retry_after
from flows.politeness import Gate, read_rules
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

# Wide enough for a busy machine; the faults that only time ends are met in a hurry.
LIMITS = Limits(size=3_000_000, tries=2, patience=0.01, retry_after=2.0)
HURRY = replace(LIMITS, silence=1.0, headers=1.5, whole=2.0)
PAGE = "archives/118"

# fault (on the page unless it says where), the error it becomes, what the
# message must say, why the kept capture is cut short
FAULTS = [
    ("error", None, "", None),  # a 500 is an answer: whoever asked for the page decides
    ("drip", TryAgain, "time", "time"),
    ("stall", TryAgain, "no answer", None),
    ("endless", Unreadable, "larger than 3 MB", "length"),
    ("bomb", Unreadable, "larger than 3 MB", "length"),
    ("cut", TryAgain, "cut short", "disconnect"),
    ("reset", TryAgain, "no answer", None),
    ("loop", Refused, "redirects", None),
    ("metadata", Refused, "169.254.169.254", None),
    ("to-file", Refused, "http or https", None),
    ("forbid /robots.txt", Forbidden, "robots.txt", None),
    ("error /robots.txt", HostDown, "robots.txt", None),
    ("stall /robots.txt", HostDown, "robots.txt", None),
    ("busy-all-day", HostDown, "86400 seconds", None),
]


@pytest.fixture
def world() -> Iterator[World]:
    with serve() as world:
        yield world


class Kept(list[Capture]):
    """Stands where the archive does: takes each capture and names its record."""

    def record(self, capture: Capture) -> Capture:
        self.append(replace(capture, record_id=f"record {len(self)}"))
        return self[-1]


def fetcher(url: str, kept: Kept, limits: Limits = LIMITS, **site: object) -> Fetcher:
    entry = replace(Site("w", "w", url, "wordpress", delay=0, allow_private=True), **site)  # type: ignore[arg-type]
    return Fetcher(entry, "Prachum/0.1 (+archivist@example.org)", Gate(), kept.record, limits)


def test_robots_first_then_the_page_with_our_name(world: World) -> None:
    kept = Kept()
    capture = fetcher(world.url, kept).get(world.url + PAGE)
    assert [asked.path for asked in world.log] == ["/robots.txt", f"/{PAGE}"]
    assert {asked.headers["user-agent"] for asked in world.log} == {"Prachum/0.1 (+archivist@example.org)"}
    assert capture.status == 200
    assert b"Message us" in capture.body
    assert [one.url for one in kept] == [world.url + "robots.txt", world.url + PAGE]
    assert capture.record_id == "record 1"


@pytest.mark.parametrize(("fault", "error", "said", "truncated"), FAULTS)
def test_a_fault_has_a_name_and_what_came_is_kept(
    world: World, fault: str, error: type[PrachumError] | None, said: str, truncated: str | None
) -> None:
    world.faults = [fault if " " in fault else f"{fault} /{PAGE}*"]
    kept = Kept()
    asking = fetcher(world.url, kept, HURRY if fault.startswith(("drip", "stall")) else LIMITS)
    if error is None:
        assert asking.get(world.url + PAGE).status == 500
        return
    with pytest.raises(error) as caught:
        asking.get(world.url + PAGE)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert type(caught.value) is error
    if truncated:
        assert kept[-1].truncated == truncated
        assert len(kept[-1].body) <= LIMITS.size


@pytest.mark.parametrize("fault", ["busy-once", "reset-once"])
def test_what_fails_once_is_asked_for_again(world: World, fault: str) -> None:
    world.faults = [f"{fault} /{PAGE}"]
    assert fetcher(world.url, Kept()).get(world.url + PAGE).status == 200
    assert [asked.path for asked in world.log].count(f"/{PAGE}") == 2


def test_a_host_that_went_down_is_not_asked_again(world: World) -> None:
    world.faults = [f"busy-all-day /{PAGE}"]
    asking = fetcher(world.url, Kept())
    for _ in range(2):
        with pytest.raises(HostDown):
            asking.get(world.url + PAGE)
    assert [asked.path for asked in world.log].count(f"/{PAGE}") == 1


def test_requests_to_one_host_are_a_pause_apart(world: World) -> None:
    asking = fetcher(world.url, Kept(), delay=0.2)
    began = time.monotonic()
    for _ in range(3):
        asking.get(world.url + PAGE)
    assert len(world.log) == 4  # with robots.txt
    assert time.monotonic() - began >= 3 * 0.2


def test_a_private_address_is_refused_unless_the_site_is_one_s_own(world: World) -> None:
    with pytest.raises(Refused, match="no public address"):
        fetcher(world.url, Kept(), allow_private=False).get(world.url + PAGE)
    other = world.url.replace("127.0.0.1", "127.0.0.9")
    with (
        pytest.raises(Refused, match="no public address"),
        serve([replace(SAMPLE, host="127.0.0.9")], world.port),
    ):
        fetcher(world.url, Kept()).get(other + PAGE)
    assert not world.log


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_a_private_address_is_refused_however_it_is_written(world: World, host: str) -> None:
    with pytest.raises(PrachumError):
        fetcher("http://office.example/", Kept(), allow_private=False).get(
            f"http://{host}:{world.port}/{PAGE}"
        )
    assert not world.log


def test_an_unknown_name_puts_the_host_down() -> None:
    with pytest.raises(HostDown, match="name is not known"):
        fetcher("http://nowhere.invalid/", Kept()).get("http://nowhere.invalid/")


@pytest.mark.parametrize(
    ("robots", "allowed", "forbidden", "pause"),
    [
        ("", "/archives/1", None, 0.0),
        ("\ufeffUser-agent: *\nDisallow: /", None, "/", 0.0),  # a byte order mark before the first line
        ("User-agent: *\nDisallow: /*.pdf$\nCrawl-delay: 2.5", "/a.pdfx", "/a.pdf", 2.5),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", "/a/c", 0.0),
        ("User-agent: Prachum\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/y", "/x", 0.0),
        ("User-agent: *\nCrawl-delay: 86400", "/", None, 30.0),
    ],
)
def test_robots_txt_is_read_as_its_author_meant_it(
    robots: str, allowed: str | None, forbidden: str | None, pause: float
) -> None:
    rules = read_rules(200, robots.encode(), "Prachum")
    assert rules is not None
    assert allowed is None or rules.allows(f"http://x.example{allowed}")
    assert forbidden is None or not rules.allows(f"http://x.example{forbidden}")
    assert rules.pause() == pause


def test_a_missing_robots_txt_forbids_nothing_and_a_broken_one_everything() -> None:
    missing = read_rules(404, b"User-agent: *\nDisallow: /", "Prachum")
    assert missing is not None
    assert missing.allows("http://x.example/")
    assert read_rules(503, b"", "Prachum") is None


@pytest.mark.parametrize(("value", "least", "most"), [("7", 7, 7), ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0)])
def test_retry_after_is_seconds_or_a_date(value: str, least: float, most: float) -> None:
    waited = retry_after(Capture("", "", 503, (("Retry-After", value),), b""))
    assert waited is not None
    assert least <= waited <= most
    assert retry_after(Capture("", "", 503, (("Retry-After", "soon"),), b"")) is None


def test_a_host_that_fails_again_and_again_rests_and_is_left_alone(world: World) -> None:
    """A circuit breaker: it opens after failures in a row, and the request after the rest decides."""
    limits = replace(LIMITS, failures=3, rest=0.6)
    asking = fetcher(world.url, Kept(), limits)
    asking.get(world.url + PAGE)
    world.faults = ["error /archives/*"]
    for _ in range(3):
        asking.get(world.url + PAGE)
    began = time.monotonic()
    assert asking.get(world.url + PAGE).status == 500
    assert time.monotonic() - began > 0.5
    seen = len(world.log)
    world.faults = []
    with pytest.raises(HostDown, match="4 requests in a row failed"):
        asking.get(world.url + PAGE)
    assert len(world.log) == seen


def test_a_host_that_answers_after_its_rest_is_asked_on(world: World) -> None:
    asking = fetcher(world.url, Kept(), replace(LIMITS, failures=3, rest=0.01))
    for _ in range(3):
        world.faults = ["error /archives/*"]
        for _ in range(3):
            asking.get(world.url + PAGE)
        world.faults = []
        assert asking.get(world.url + PAGE, Link("w/118", world.url + PAGE)).status == 200
