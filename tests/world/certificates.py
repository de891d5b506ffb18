"""Certificates of the simulated web, made while the tests run: roots, intermediates, servers' own."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Signed:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def sha256(self) -> str:
        return sha256(self.der).hexdigest()


def authority(name: str, by: Signed | None = None, issuer: str | None = None) -> Signed:
    """One that signs others: a root where nobody signed it."""
    return _made(name, by, x509.BasicConstraints(ca=True, path_length=None), 365, *_access(issuer))


def of_server(
    by: Signed | None, host: str = "127.0.0.1", days: int = 30, issuer: str | None = None
) -> Signed:
    """A server's own, for `days` from now on (past where negative); `issuer` is where the signer's lies."""
    named = x509.SubjectAlternativeName([_named(host)])
    return _made(host, by, x509.BasicConstraints(ca=False, path_length=None), days, named, *_access(issuer))


def showing(folder: Path, *chain: Signed) -> ssl.SSLContext:
    """A server's side of TLS: its certificate, and the others of the chain that it does not forget."""
    own = folder / f"{chain[0].sha256[:8]}-{len(chain)}.pem"
    key = chain[0].key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    own.write_bytes(key + b"".join(one.pem for one in chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    return context


def _access(issuer: str | None) -> list[x509.ExtensionType]:
    """Where the issuer's certificate is to be had."""
    if issuer is None:
        return []
    place = x509.UniformResourceIdentifier(issuer)
    described = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, place)
    return [x509.AuthorityInformationAccess([described])]


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _made(
    name: str, by: Signed | None, basic: x509.BasicConstraints, days: int, *further: x509.ExtensionType
) -> Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer = by.key if by else key
    usage = x509.KeyUsage(
        **dict.fromkeys(("content_commitment", "key_encipherment", "data_encipherment"), False),
        **dict.fromkeys(("key_agreement", "encipher_only", "decipher_only"), False),
        digital_signature=not basic.ca,
        key_cert_sign=basic.ca,
        crl_sign=basic.ca,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - 400 * DAY)
        .not_valid_after(NOW + days * DAY)
        .add_extension(basic, critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    for extension in further:
        builder = builder.add_extension(extension, critical=False)
    return Signed(builder.sign(signer, hashes.SHA256()), key)
