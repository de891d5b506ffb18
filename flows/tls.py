"""Certificates that cannot be trusted as they come: missing intermediates are got, expired ones pinned.

Many a Thai office's server shows its own certificate and forgets the one
between it and the root, which browsers then fetch from where the certificate
says (RFC 5280, authority information access); or the certificate has expired,
and nobody notices for months. Verification is never switched off: a host is
believed by the roots, by the roots with its intermediates, or by the one
fingerprint that its entry pins.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import requests
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import AuthorityInformationAccessOID
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_ import create_urllib3_context

from extractors.errors import BadInput
from extractors.records import Site
from flows import connect
from flows.connect import Guard, Guarded, Pinned, presented

COMPLETED, PINNED = "completed", "pinned"  # what is noted on the captures (column tls)
LONGEST = 4  # certificates from a server's own to the root
# OpenSSL's codes for an issuer that it was not shown: no local issuer, the first certificate alone.
INCOMPLETE = (20, 21)

Certificates = list[x509.Certificate]


class Trust:
    """How far the certificates of a session's hosts are believed.

    `fetch` gets what lies at the address where a certificate's issuer is to
    be found, or None.
    """

    def __init__(
        self, session: requests.Session, site: Site, guard: Guard, fetch: Callable[[str], bytes | None]
    ) -> None:
        self._session, self._site, self._guard, self._fetch = session, site, guard, fetch
        self._how: dict[str, str] = {}  # host and port -> COMPLETED or PINNED
        self._tried: dict[str, set[str]] = {}

    def how(self, url: str) -> str | None:
        """How the host of that address came to be believed; None where it was as the whole web is."""
        return self._how.get(urlsplit(url).netloc)

    def mend(self, url: str, fault: ssl.SSLCertVerificationError) -> bool:
        """Find another way to believe that host; True where the request may be tried again.

        Of the two ways each is tried once. Raises BadInput where the site's file `chain` cannot be read.
        """
        host = urlsplit(url).netloc
        tried = self._tried.setdefault(host, set())
        if fault.verify_code in INCOMPLETE and COMPLETED not in tried:
            tried.add(COMPLETED)
            if between := [*_chain(self._site), *self._between(url)]:
                return self._believe(host, COMPLETED, Guarded(self._guard, ssl_context=_context(between)))
        if self._site.pin and _is_of(url, self._site) and PINNED not in tried:
            tried.add(PINNED)
            if fingerprint(self._shown(url)) == plain(self._site.pin):
                return self._believe(host, PINNED, Pinned(self._guard, plain(self._site.pin)))
        return False

    def doubt(self, url: str, fault: ssl.SSLCertVerificationError) -> str:
        """Why the host is not believed, and what can be done."""
        shown = fingerprint(self._shown(url))
        why = f"its certificate is not to be trusted ({fault.verify_message})"
        if shown is None or not _is_of(url, self._site):
            return why
        if self._site.pin:
            return f"{why} and is not the pinned one but sha256:{shown}; ask the office, then correct `pin`"
        return f'{why}; if the office says that it is theirs, write pin = "sha256:{shown}" into the entry'

    def _believe(self, host: str, how: str, adapter: Guarded) -> bool:
        self._session.mount(f"https://{host}/", adapter)
        self._how[host] = how
        return True

    def _shown(self, url: str) -> bytes | None:
        parts = urlsplit(url)
        try:
            return presented(self._guard, parts.hostname or "", parts.port or 443, self._guard.header_seconds)
        except (OSError, HTTPError):
            return None

    def _between(self, url: str) -> Certificates:
        """The intermediates, from where each certificate says that its issuer's lies.

        One that vouches for itself is left out: it would be taken for a root.
        """
        shown = self._shown(url)
        found: Certificates = []
        at = x509.load_der_x509_certificate(shown) if shown else None
        while at is not None and len(found) < LONGEST:
            issuers = (_parsed(self._fetch(address) or b"") for address in _addresses(at))
            at = next((one for issuer in issuers for one in issuer if one.subject == at.issuer), None)
            if at is None or at.issuer == at.subject:
                break
            found.append(at)
        return found


def plain(pin: str) -> str:
    """A pinned fingerprint as 64 small hexadecimal digits.

    >>> plain("sha256:AB:CD")
    'abcd'
    """
    return pin.lower().removeprefix("sha256:").replace(":", "")


def fingerprint(certificate: bytes | None) -> str | None:
    return sha256(certificate).hexdigest() if certificate else None


def _is_of(url: str, site: Site) -> bool:
    """A pin is for the site's own host alone."""
    return urlsplit(url).netloc == urlsplit(site.url).netloc


def _context(between: Certificates) -> ssl.SSLContext:
    """The roots, and what may stand between them and a server."""
    context = create_urllib3_context()
    context.load_verify_locations(connect.ROOTS)
    context.load_verify_locations(cadata=b"".join(one.public_bytes(Encoding.DER) for one in between))
    # From 3.13 on Python takes each certificate that it is given for a root.
    context.verify_flags &= ~getattr(ssl, "VERIFY_X509_PARTIAL_CHAIN", 0)
    return context


def _chain(site: Site) -> Certificates:
    """The certificates of the file that the entry names."""
    if site.chain is None:
        return []
    try:
        return x509.load_pem_x509_certificates(Path(site.chain).read_bytes())
    except (OSError, ValueError) as error:
        raise BadInput(site.chain, f"`chain` of {site.id} holds no certificates in PEM: {error}") from None


def _addresses(certificate: x509.Certificate) -> Iterator[str]:
    """Where the certificate says that its issuer's is to be had."""
    try:
        access = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess)
    except (x509.ExtensionNotFound, ValueError):
        return
    for described in access.value:
        place = described.access_location
        if described.access_method == AuthorityInformationAccessOID.CA_ISSUERS and isinstance(
            place, x509.UniformResourceIdentifier
        ):
            yield place.value


def _parsed(body: bytes) -> Certificates:
    """The certificates in a file of one of the three forms in which they are offered."""
    for read in (_der, x509.load_pem_x509_certificates, pkcs7.load_der_pkcs7_certificates):
        try:
            return list(read(body))
        except ValueError:
            continue
    return []


def _der(body: bytes) -> Certificates:
    return [x509.load_der_x509_certificate(body)]
