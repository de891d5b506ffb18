"""Polite, bounded, safe HTTP: an address in, a kept capture out."""

from __future__ import annotations

import email.utils
import random
import socket
import ssl
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import NameResolutionError

from archive.clock import now, written
from extractors.errors import Forbidden, HostDown, PrachumError, Refused, TryAgain, Unreadable
from extractors.records import Capture, Link, Request, Site
from extractors.sites.addresses import moved
from extractors.sites.answers import is_torn, judge
from extractors.sites.forms import Posted
from flows import connect
from flows.body import read_within
from flows.connect import Guard, PrivateAddress, session
from flows.politeness import NO_MEMORY, Gate, Memory, Rules, read_rules
from flows.tls import Trust

AGENT = "Prachum"
REDIRECTS = 5
REDIRECTED = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
FORM = "application/x-www-form-urlencoded"
LONGEST_REST = timedelta(days=7)  # whatever a host asks for
BUSY = (429, 500, 502, 503, 504)  # answers after which the same request may succeed


@dataclass(frozen=True)
class Limits:
    """Bounds of one request; seconds and bytes."""

    connect: float = 10.0
    silence: float = 30.0  # without a byte
    headers: float = 30.0  # until the last header
    whole: float = 180.0
    size: int = 100_000_000  # of the decoded body
    tries: int = 3
    patience: float = 2.0  # before the second try; doubled before each further one
    retry_after: float = 60.0  # the longest that a server may ask us to wait within a run
    failures: int = 5  # documents in a row, after which the host is given a rest
    rest: float = 300.0


class Fetcher:
    """Fetches for one site; each answer passes `record` before anything looks at it.

    `record` writes a capture to the archive and gives it back with its record
    id: raw first. `memory` is what earlier runs learnt. `requests` and `bytes`
    count what was asked and got.
    """

    def __init__(
        self,
        site: Site,
        agent: str,
        gate: Gate,
        record: Callable[[Capture], Capture],
        limits: Limits = Limits(),
        memory: Memory = NO_MEMORY,
    ) -> None:
        self.site = site
        self.requests = 0
        self.bytes = 0
        self._agent = agent
        self._gate = gate
        self._record = record
        self._memory = memory
        self._limits = limits
        private_host = urlsplit(site.url).hostname if site.allow_private else None
        guard = Guard(private_host, limits.headers)
        self._session = session(guard)
        self._trust = Trust(self._session, site, guard, self._issuer)
        self._rules: dict[str, Rules] = {}
        self._down: dict[str, str] = {}
        self._failures: Counter[str] = Counter()  # in a row, by host

    def get(self, url: str, link: Link | None = None, listed_in: str | None = None) -> Capture:
        """The answer to a GET, or to a POST where the address is Posted; redirects followed, kept.

        Raises Refused where robots.txt or an address rule forbids it, TryAgain
        where no whole answer came, HostDown where the host will not answer in
        this run. What came before the error is kept all the same.
        """
        link = replace(link, url=without_password(link.url)) if link else None
        for_good = True
        for _ in range(REDIRECTS + 1):
            url = without_password(url)
            self._check(url)
            capture = self._patiently(url, link, listed_in)
            target = capture.header("Location")
            if capture.status not in REDIRECTED or target is None:
                return self._record(self._judged(capture, for_good))
            self._record(replace(capture, link=None))
            for_good = for_good and capture.status in FOR_GOOD
            url = urljoin(url, target)
        raise Refused(url, f"more than {REDIRECTS} redirects; open {self.site.url} in a browser to see why")

    def _judged(self, capture: Capture, for_good: bool) -> Capture:
        """The capture with what came in place of the document, or else under the document's own address.

        That is where redirects for good lead; a site under repair leads elsewhere for a night.
        """
        if capture.link is None:
            return replace(capture, truncated="unspecified") if is_torn(capture.body) else capture
        if capture.status == HTTPStatus.NOT_MODIFIED and self._memory.validators(capture.url):
            return capture
        answer = judge(capture, self.site)
        if answer or capture.status != 200 or not for_good:
            return replace(capture, answer=answer)
        return replace(capture, link=moved(capture.link, capture.url, self.site))

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Refused(url, "expected an http or https address")
        if not self._robots(parts.scheme, parts.netloc).allows(url):
            raise Forbidden(url, f"robots.txt of {parts.netloc} forbids it")

    def _robots(self, scheme: str, host: str) -> Rules:
        if host not in self._rules:
            url = f"{scheme}://{host}/robots.txt"
            if until := self._memory.resting(host):
                raise self._give_up(host, url, f"an earlier run left it alone until {until}")
            for _ in range(REDIRECTS):
                try:
                    capture = self._record(self._patiently(url, None, None))
                except TryAgain as error:
                    raise self._give_up(host, url, f"its robots.txt cannot be had: {error.reason}") from None
                target = capture.header("Location")
                if capture.status not in REDIRECTED or target is None:
                    break
                url = without_password(urljoin(url, target))
            rules = read_rules(capture.status, capture.body, AGENT)
            if rules is None:
                raise self._give_up(host, url, f"its robots.txt answered {capture.status}")
            self._rules[host] = rules
            if self._memory.is_failing(host):
                self._failures[host] = self._limits.failures
        return self._rules[host]

    def _give_up(self, host: str, url: str, why: str) -> HostDown:
        self._down.setdefault(host, f"{why}, so {host} is left alone in this run")
        return HostDown(url, self._down[host])

    def _patiently(self, url: str, link: Link | None, listed_in: str | None) -> Capture:
        """One answer, asked for again where the server is busy; the last one where it stays so."""
        host = urlsplit(url).netloc
        for attempt in range(1, self._limits.tries + 1):
            if host in self._down:
                raise HostDown(url, self._down[host])
            try:
                capture = self._once(url, host)
            except TryAgain:
                if attempt == self._limits.tries:
                    self._trip(host, url)
                    raise
                self._gate.close(host, self._back_off(attempt))
                continue
            capture = replace(capture, link=link, listed_in=listed_in)
            if capture.truncated is None and capture.status not in BUSY:
                self._answered(host, link)
                return capture
            if capture.truncated == "length":
                raise self._too_large(capture)
            self._wait_as_told(capture, host, attempt)
            if attempt < self._limits.tries:
                self._record(capture)
        self._trip(host, url)
        if capture.truncated is None:
            return capture
        self._record(capture)
        raise TryAgain(url, f"the answer was cut short ({capture.truncated}); the next run asks again")

    def _trip(self, host: str, url: str) -> None:
        """A circuit breaker: after some failures in a row the host rests; one more, and it is left alone.

        It outlives the run: the next one's first document decides.
        """
        self._failures[host] += 1
        if self._failures[host] < self._limits.failures:
            return
        rest = timedelta(seconds=self._limits.rest)
        self._memory.let_rest(host, written(datetime.now(UTC) + rest), is_failing=True)
        self._gate.close(host, self._limits.rest)
        if self._failures[host] > self._limits.failures:
            self._give_up(host, url, f"{self._failures[host]} requests in a row failed")

    def _answered(self, host: str, link: Link | None) -> None:
        """Closes the breaker. An open one by a document alone: lists may be served while these fail."""
        if self._failures[host] < self._limits.failures:
            self._failures[host] = 0
        elif link is not None:
            self._failures[host] = 0
            self._memory.recovered(host)

    def _too_large(self, capture: Capture) -> Unreadable:
        self._record(capture)
        size = self._limits.size // 1_000_000
        return Unreadable(capture.url, f"larger than {size} MB; its beginning is kept", "truncated")

    def _wait_as_told(self, capture: Capture, host: str, attempt: int) -> None:
        told = retry_after(capture)
        if told is not None and told > self._limits.retry_after:
            self._record(capture)
            until = datetime.now(UTC) + min(timedelta(seconds=told), LONGEST_REST)
            self._memory.let_rest(host, written(until))
            raise self._give_up(host, capture.url, f"it asks to be left alone for {told:.0f} seconds")
        self._gate.close(host, told if told is not None else self._back_off(attempt))

    def _back_off(self, attempt: int) -> float:
        # Jitter, or every site behind one tired server would come back at the same moment.
        return self._limits.patience * 2.0 ** (attempt - 1) * random.uniform(0.75, 1.25)

    def _once(self, url: str, host: str) -> Capture:
        rules = self._rules.get(host)
        pause = max(self.site.delay, rules.pause() if rules else 0.0)
        with self._gate.passing(host, pause):
            self.requests += 1
            try:
                return self._ask(url)
            except requests.RequestException as error:
                raise self._named(error, url, host) from None

    def _ask(self, url: str) -> Capture:
        """The answer, also of a host whose certificate is believed in another way."""
        while True:
            try:
                return replace(self._answer(url), tls=self._trust.how(url))
            except requests.exceptions.SSLError as error:
                fault = _fault(error)
                if fault is None or not self._trust.mend(url, fault):
                    raise

    def _issuer(self, url: str) -> bytes | None:
        """What lies where a certificate says that its issuer's does, kept like all else; None: nothing."""
        self.requests += 1
        try:
            capture = self._record(self._answer(url))
        except requests.RequestException:
            return None
        return capture.body if capture.status == 200 else None

    def _answer(self, url: str) -> Capture:
        limits = self._limits
        began = time.monotonic()
        posted = url if isinstance(url, Posted) else None
        # The adapter itself, since the session would keep cookies, which tie one document's bytes to
        # another's, and takes as long again to look for proxies, hooks and redirects.
        with self._session.get_adapter(url).send(
            self._prepared(url, posted),
            stream=True,
            timeout=(limits.connect, limits.silence),
            verify=connect.ROOTS,
            proxies={},
        ) as answer:
            fetched_at = now()
            body, truncated = read_within(answer.raw, began + limits.whole - time.monotonic(), limits.size)
        self.bytes += len(body)
        headers = tuple((str(name), str(value)) for name, value in answer.raw.headers.items())
        request = _as_sent(answer.request, posted) if posted else None
        return Capture(
            url, fetched_at, answer.status_code, headers, body, truncated=truncated, request=request
        )

    def _prepared(self, url: str, posted: Posted | None) -> requests.PreparedRequest:
        headers = {
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            "Connection": "keep-alive",
        }
        prepared = requests.PreparedRequest()
        if posted is None:
            prepared.prepare("GET", url, {**headers, **self._memory.validators(url)})
        else:
            # Of a form's answer nobody says "not modified": a stamp that fits is refused with 412.
            headers["Content-Type"] = FORM
            prepared.prepare("POST", url, headers, data=posted.body(), cookies=dict(posted.cookies))
        return prepared

    def _named(self, error: requests.RequestException, url: str, host: str) -> PrachumError:
        """The error of ours that tells what to do about one of requests'."""
        causes = _causes(error)
        if private := next((cause for cause in causes if isinstance(cause, PrivateAddress)), None):
            return Refused(url, f"{private}; set allow_private for this site if it is your own")
        if any(isinstance(cause, NameResolutionError | socket.gaierror) for cause in causes):
            return self._give_up(
                host, url, "its name is not known: is `url` in sites.toml right, the network up?"
            )
        if fault := _fault(error):
            return self._give_up(host, url, self._trust.doubt(url, fault))
        why = f"{type(error).__name__}: {_brief(causes[-1])}"
        return TryAgain(url, f"no answer ({why}); the next run asks again")


def _as_sent(request: requests.PreparedRequest, posted: Posted) -> Request:
    headers = (("Host", urlsplit(posted).netloc), *request.headers.items())
    return Request(f"POST {request.path_url} HTTP/1.1", headers, posted.body())


def without_password(url: str) -> str:
    """The address without `user:password@`, which captures, logs and errors would show to everybody.

    >>> without_password("https://me:secret@office.example:8443/a@b")
    'https://office.example:8443/a@b'
    """
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url


def retry_after(capture: Capture) -> float | None:
    """The seconds that the server asks us to wait; None where it does not say."""
    value = capture.header("Retry-After")
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _causes(error: BaseException) -> list[BaseException]:
    """The error and everything it was made of, the outermost first."""
    causes: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, BaseException) and cause not in causes:
            causes.append(cause)
            waiting += [getattr(cause, "reason", None), *cause.args, cause.__cause__, cause.__context__]
    return causes


def _fault(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """What was wrong with a certificate, where that was it."""
    faults = (cause for cause in _causes(error) if isinstance(cause, ssl.SSLCertVerificationError))
    return next(faults, None)


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:160]
