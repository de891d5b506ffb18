"""Real TLS servers whose certificates are not as they should be: what is believed, and what is said."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from archive.store import Archive
from extractors.errors import BadInput, HostDown
from extractors.records import Capture
from flows import connect
from flows.fetch import Fetcher
from flows.politeness import Gate
from tests.flows.harvesting import LIMITS, harvest, problems, site_at
from tests.world.certificates import Signed, authority, of_server, showing
from tests.world.server import World, serve
from tests.world.sites import SAMPLE


@dataclass
class Web:
    """A root that the whole web trusts, an intermediate of it, and where that is to be had."""

    folder: Path
    root: Signed
    between: Signed
    offered: dict[str, bytes]  # what the authority's own server gives, by path
    address: str  # of that server

    def serve(self, *chain: Signed) -> Any:
        return serve([replace(SAMPLE, posts=SAMPLE.posts[:2])], tls=showing(self.folder, *chain))

    def leaf(self, by: Signed | None = None, path: str | None = None, **more: Any) -> Signed:
        return of_server(by or self.between, issuer=self.address + path if path else None, **more)


@contextmanager
def offering() -> Iterator[tuple[dict[str, bytes], str]]:
    offered: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = offered.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *arguments: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield offered, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    root = authority("Root of the test")
    roots = tmp_path / "roots.pem"
    roots.write_bytes(root.pem)
    monkeypatch.setattr(connect, "ROOTS", str(roots))
    with offering() as (offered, address):
        yield Web(tmp_path, root, authority("Between", root), offered, address)


def got(world: World, **entry: Any) -> tuple[Capture, list[Capture]]:
    """The capture of a page, and all that was kept on the way."""
    kept: list[Capture] = []

    def record(capture: Capture) -> Capture:
        kept.append(capture)
        return capture

    site = site_at(world.url, **entry)
    return Fetcher(site, "Prachum/0.1 (+test)", Gate(), record, LIMITS).get(world.url + "archives/118"), kept


def test_a_whole_chain_needs_nothing(web: Web) -> None:
    with web.serve(web.leaf(path="/between.crt"), web.between) as world:
        capture, kept = got(world)
    assert (capture.status, capture.tls) == (200, None)
    assert len(kept) == 2  # robots.txt and the page


FORMS: dict[str, Callable[[Signed], bytes]] = {
    "DER": lambda signed: signed.der,
    "PEM": lambda signed: signed.pem,
    "PKCS #7": lambda signed: pkcs7.serialize_certificates([signed.certificate], Encoding.DER),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_missing_intermediate_is_got_from_where_the_certificate_says(web: Web, form: str) -> None:
    web.offered["/between.crt"] = FORMS[form](web.between)
    with web.serve(web.leaf(path="/between.crt")) as world:
        capture, kept = got(world)
    assert (capture.status, capture.tls) == (200, "completed")
    assert [one.url for one in kept] == [
        f"{web.address}/between.crt",
        f"{world.url}robots.txt",
        f"{world.url}archives/118",
    ]


def test_several_are_got_one_after_another(web: Web) -> None:
    lower = authority("Lower", web.between, issuer=f"{web.address}/between.crt")
    web.offered |= {"/lower.crt": lower.der, "/between.crt": web.between.der}
    with web.serve(web.leaf(lower, path="/lower.crt")) as world:
        assert got(world)[0].tls == "completed"


def test_or_from_the_file_that_the_entry_names(web: Web) -> None:
    chain = web.folder / "between.pem"
    chain.write_bytes(web.between.pem)
    with web.serve(web.leaf()) as world:
        assert got(world, chain=str(chain))[0].tls == "completed"
        with pytest.raises(HostDown, match="not to be trusted"):
            got(world)
        chain.write_bytes(b"oops")
        with pytest.raises(BadInput, match="holds no certificates in PEM"):
            got(world, chain=str(chain))


def test_whoever_vouches_for_himself_is_no_intermediate(web: Web) -> None:
    """An attacker's leaf says where his own root lies; it must not become one of ours."""
    evil = authority("Evil root")
    web.offered["/evil.crt"] = evil.der
    with web.serve(web.leaf(evil, path="/evil.crt")) as world, pytest.raises(HostDown, match="local issuer"):
        got(world)


def test_nor_is_one_whose_own_issuer_nobody_knows(web: Web) -> None:
    evil = authority("Evil between", authority("Unknown root"))
    web.offered["/evil.crt"] = evil.der
    with (
        web.serve(web.leaf(evil, path="/evil.crt")) as world,
        pytest.raises(HostDown, match="not to be trusted"),
    ):
        got(world)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ldap://127.0.0.1/x", "http://169.254.169.254/x"])
def test_where_the_issuer_lies_is_asked_with_care(web: Web, address: str) -> None:
    with web.serve(of_server(web.between, issuer=address)) as world, pytest.raises(HostDown):
        got(world)


def wrong(web: Web) -> dict[str, tuple[Signed, str]]:
    """Certificates that are not to be trusted, and what is said of each."""
    return {
        "expired": (web.leaf(web.root, days=-3), "certificate has expired"),
        "self-signed": (of_server(None), "self-signed certificate"),
        "of another name": (web.leaf(web.root, host="www.office.example"), "mismatch"),
        "by an unknown root": (web.leaf(authority("Unknown")), "local issuer"),
    }


@pytest.mark.parametrize("name", ["expired", "self-signed", "of another name", "by an unknown root"])
def test_what_is_not_to_be_trusted_is_refused_unless_its_fingerprint_is_pinned(web: Web, name: str) -> None:
    leaf, said = wrong(web)[name]
    with web.serve(leaf) as world:
        with pytest.raises(HostDown) as refused:
            got(world)
        assert said in str(refused.value)
        assert f'write pin = "sha256:{leaf.sha256}"' in str(refused.value)
        assert world.log == []  # nothing was asked of a server that is not believed

        capture, _ = got(world, pin=f"sha256:{leaf.sha256}")
        assert (capture.status, capture.tls) == (200, "pinned")

        with pytest.raises(HostDown, match=f"is not the pinned one but sha256:{leaf.sha256}"):
            got(world, pin=f"sha256:{'0' * 64}")


def test_a_pin_is_not_needed_where_the_certificate_was_renewed(web: Web) -> None:
    with web.serve(web.leaf(web.root)) as world:
        assert got(world, pin=f"sha256:{'0' * 64}")[0].tls is None


def test_a_pin_is_for_the_site_s_own_host_alone(web: Web) -> None:
    """A redirect to another host with that very certificate is refused."""
    leaf = of_server(None, host="127.0.0.1")
    with web.serve(leaf) as other, web.serve(leaf) as world:
        site = site_at(world.url, pin=f"sha256:{leaf.sha256}")
        asking = Fetcher(site, "Prachum/0.1 (+test)", Gate(), lambda capture: capture, LIMITS)
        assert asking.get(world.url + "archives/118").tls == "pinned"
        with pytest.raises(HostDown, match="not to be trusted"):
            asking.get(other.url + "archives/118")


def test_a_missing_intermediate_and_an_expired_certificate(web: Web) -> None:
    web.offered["/between.crt"] = web.between.der
    leaf = web.leaf(path="/between.crt", days=-3)
    with web.serve(leaf) as world:
        assert got(world, pin=f"sha256:{leaf.sha256}")[0].tls == "pinned"


def test_a_harvest_marks_its_captures_and_its_report(web: Web, tmp_path: Path) -> None:
    leaf = web.leaf(web.root, days=-3)
    with web.serve(leaf) as world:
        row = harvest(tmp_path / "data", site_at(world.url, pin=f"sha256:{leaf.sha256}"))
    assert (row["failed"], row["new"] > 0) == (0, True)
    with Archive(tmp_path / "data", readonly=True) as archive:
        assert {tls for (tls,) in archive.db.execute("SELECT tls FROM capture")} == {"pinned"}
    assert problems(tmp_path / "data") == ["Unvouched"]
