"""What a hostile site may try: to lead us into our own network, to hold us for ever, to learn our secrets."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.errors import BadInput, PrachumError, Refused, TryAgain
from extractors.records import Link
from flows import sitelist
from flows.connect import is_public
from flows.verbs.looking import start_of
from tests.flows.test_fetch import LIMITS, PAGE, Kept, fetcher
from tests.world.server import World, serve

# Addresses that are not of the public internet, by what they are. Add the next trick here.
PRIVATE = [
    *("127.0.0.1", "::1", "0.0.0.0", "::", "10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1", "fec0::1"),
    *("169.254.169.254", "fe80::1%eth0", "100.64.0.1", "198.18.0.1", "192.0.0.8", "240.0.0.1", "2001:db8::1"),
    *("224.0.0.1", "239.1.2.3", "255.255.255.255", "ff02::1", "ff0e::1"),
    # an IPv4 address inside of IPv6: mapped, translated, translated at home, 6to4, compatible
    *("::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::", "::7f00:1"),
]


@pytest.fixture
def world() -> Iterator[World]:
    with serve() as world:
        yield world


@pytest.mark.parametrize("address", PRIVATE)
def test_no_public_address(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["203.150.1.1", "1.1.1.1", "2400:cb00::1", "::ffff:203.150.1.1"])
def test_a_public_address(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost"])
def test_a_public_site_may_not_lead_into_our_network(world: World, host: str) -> None:
    """However the address is written, and whatever a name resolves to: it is the peer that counts."""
    with pytest.raises(Refused, match="no public address"):
        fetcher("http://office.example/", Kept(), allow_private=False).get(
            f"http://{host}:{world.port}/{PAGE}"
        )
    assert not world.log


@pytest.mark.parametrize("fault", ["drip-headers", "drip-length", "drip-gzip", "drip"])
def test_what_drips_ends_in_time(world: World, fault: str) -> None:
    """The harness gives up after a minute, the fetcher after less than three."""
    world.faults = [f"{fault} /{PAGE}"]
    kept = Kept()
    with pytest.raises(TryAgain):
        fetcher(world.url, kept, replace(LIMITS, headers=1.5, whole=2.5, tries=1)).get(world.url + PAGE)
    cut = [capture.truncated for capture in kept[1:]]
    assert cut == ([] if fault == "drip-headers" else ["time"])


def test_neither_proxy_nor_password_of_the_environment_is_used(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serve() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        fetcher(world.url, Kept()).get(world.url + PAGE)
        assert not proxy.log
    assert [asked.path for asked in world.log] == ["/robots.txt", f"/{PAGE}"]
    assert not any("authorization" in asked.headers for asked in world.log)


def test_a_password_in_a_link_is_shown_to_nobody(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    world.faults = ["forbid", "error /archives/*"]
    kept = Kept()
    secret = world.url.replace("//", "//me:secret@") + PAGE
    with pytest.raises(PrachumError) as caught:
        fetcher(world.url, kept).get(secret)
    world.faults = []
    fetcher(world.url, kept).get(secret, Link("w/118", secret))
    assert "secret" not in f"{caught.value} {caplog.text} {[(one.url, one.link) for one in kept]}"
    assert not any("authorization" in asked.headers for asked in world.log)


def test_a_password_in_an_entry_is_refused_and_not_repeated(tmp_path: Path) -> None:
    sites = tmp_path / "sites.toml"
    sites.write_text(
        '[[site]]\nid = "a"\nname = "ก"\nkind = "feed"\nurl = "https://me:secret@office.example/"\n',
        encoding="utf-8",
    )
    with pytest.raises(BadInput, match="without them") as caught:
        sitelist.load(sites)
    assert "secret" not in str(caught.value)
    empty = sitelist.SiteList(sites, "me@example.org", ())
    with pytest.raises(BadInput, match="without them") as caught:
        start_of("https://me:secret@office.example/", {}, empty)
    assert "secret" not in str(caught.value)
