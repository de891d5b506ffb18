"""What goes wrong in the simulated web, each fault by its name.

A world's faults are a list of texts, "<name>" or "<name> <pattern>": "drip
/archives/118", "error /wp-json/*", "forbid". The pattern is a shell's, over
path and query; one that begins with a host ("127.0.0.2/*") strikes that site
alone; without one a fault strikes where it is at home (`where`). The first
fault of the list that fits an address answers; the list may change while the
world runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from urllib.parse import unquote, urlsplit

from tests.world import wire
from tests.world.exchange import Answer, page, redirect
from tests.world.wire import Act, Struck

EVERYWHERE = ("*",)
REST = ("/wp-json*", "*rest_route=*")


@dataclass(frozen=True)
class Fault:
    act: Act
    where: tuple[str, ...] = EVERYWHERE


def _status(status: int, *headers: tuple[str, str], text: str = "") -> Act:
    return lambda normal, struck: page(text or f"<h1>{status}</h1>", status).having(*headers)


def _once(act: Act) -> Act:
    """The fault for the first request of an address, and the normal answer from then on."""
    return lambda normal, struck: act(normal, struck) if struck.before == 0 else normal()


def _changed(change: Callable[[Answer], Answer]) -> Act:
    return lambda normal, struck: change(normal())


def _replaced(pattern: bytes, by: bytes, flags: int = 0) -> Callable[[Answer], Answer]:
    return lambda answer: replace(answer, body=re.sub(pattern, by, answer.content(), flags=flags))


def _moved(status: int) -> Act:
    return lambda normal, struck: redirect(f"{struck.request.origin}/index.php{struck.request.path}", status)


def _packed(answer: Answer) -> Answer:
    """The ETag as nginx and mod_deflate send it on where they pack the answer; no server knows it again."""
    headers = ((name, f'W/{value[:-1]}-gzip"' if name == "ETag" else value) for name, value in answer.headers)
    return replace(answer, headers=tuple(headers))


def _stale(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """Nothing has changed, whoever asks whether it has."""
    asked = {"if-none-match", "if-modified-since"} & struck.request.headers.keys()
    return Answer(304) if asked else normal()


def _loop(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """From here to here, the address a little longer each time."""
    path = urlsplit(struck.request.target).path
    return redirect(f"{path}?round={int(struck.request.query.get('round', 0)) + 1}", 302)


def _login(answer: Answer) -> Answer:
    return page("""<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8"><title>เข้าสู่ระบบ</title></head>
<body><h1>เข้าสู่ระบบสำหรับสมาชิก</h1><p>กรุณาเข้าสู่ระบบก่อนใช้งาน</p>
<form method="post" action="/wp-login.php"><label>Username * <input name="log"></label>
<label>Password * <input type="password" name="pwd"></label><label><input type="checkbox"> Remember Me</label>
<button>เข้าสู่ระบบ</button></form></body></html>""")


def _built(answer: Answer) -> Answer:
    """A page whose text a script would fetch."""
    return page("""<!DOCTYPE html><html lang="th">
<head><meta charset="UTF-8"><title>ข่าวประชาสัมพันธ์</title></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>
<script src="/static/js/main.4f2a.js"></script></body></html>""")


def _says(title: str, text: str) -> Act:
    """A page of the site's own that says so, and status 200."""
    return lambda normal, struck: page(f"""<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8">
<title>{title} - เครือข่ายการเรียนรู้ตัวอย่าง</title></head><body><nav><a href="/">หน้าแรก</a></nav>
<h1>{title}</h1><p>{text}</p></body></html>""")


def _home(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """To the front page, as many do with whatever they no longer have."""
    return redirect("/", 302)


def _sold(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """The name was sold: everything leads to another host."""
    return redirect(struck.request.origin.replace("127.0.0.1", "127.0.0.77") + "/win", 302)


def _tis620(answer: Answer) -> Answer:
    """The text in the Thai code page of old Windows, while the headers and the page still say UTF-8."""
    return replace(answer, body=answer.content().decode().encode("cp874", "xmlcharrefreplace"))


def _php_warning(answer: Answer) -> Answer:
    warning = (
        "<br />\n<b>Warning</b>:  Undefined variable $id in <b>functions.php</b> on line <b>41</b><br />\n"
    )
    return replace(answer, body=warning.encode() + answer.content())


def _miscounted(answer: Answer) -> Answer:
    """X-WP-Total says one post more than there are to get."""
    total = next((value for name, value in answer.headers if name == "X-WP-Total"), None)
    return answer if total is None else answer.having(("X-WP-Total", str(int(total) + 1)))


def _nothing(answer: Answer) -> Answer:
    """A list without entries, and all the rest as if it had them."""
    return replace(answer, body=b"[]").having(("X-WP-Total", "0"), ("X-WP-TotalPages", "0"))


def _laughs(answer: Answer) -> Answer:
    """The same XML, and before it entities that would fill the memory."""
    names = [f'<!ENTITY n{n} "{f"&n{n - 1};" * 10 if n else "ฮ่า"}">' for n in range(10)]
    head, _, rest = answer.content().partition(b"?>")
    return replace(answer, body=head + f"?><!DOCTYPE x [{''.join(names)}]>".encode() + rest)


def _cookie_wall(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """To itself, until a cookie comes back."""
    if "seen=1" in struck.request.headers.get("cookie", ""):
        return normal()
    return redirect(struck.request.target, 302).having(("Set-Cookie", "seen=1"))


def _rest_error(status: int, code: str, message: str) -> Act:
    body = json.dumps({"code": code, "message": message, "data": {"status": status}}).encode()
    answer = Answer(status, (("Content-Type", "application/json; charset=UTF-8"),), body)
    return lambda normal, struck: answer


def _forbid(normal: Callable[[], Answer], struck: Struck) -> Answer:
    return Answer(200, (("Content-Type", "text/plain"),), b"User-agent: *\nDisallow: /\n")


def _metadata(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """To the address at which clouds tell their machines' secrets."""
    return redirect("http://169.254.169.254/latest/meta-data/", 302)


# Add one: a name, what it does with the normal answer, and where it is at home unless everywhere.
FAULTS: dict[str, Fault] = {
    "error": Fault(_status(500)),
    "busy": Fault(_status(503, ("Retry-After", "1"))),
    "busy-once": Fault(_once(_status(503, ("Retry-After", "1")))),
    "busy-all-day": Fault(_status(503, ("Retry-After", "86400"))),
    "busy-till-date": Fault(_status(429, ("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT"))),
    "refused": Fault(_status(403)),
    "members": Fault(_status(401, ("WWW-Authenticate", 'Basic realm="intranet"'))),
    "no-more": Fault(_status(410)),
    "partial": Fault(_changed(lambda answer: replace(wire.half(answer), status=206))),
    "nowhere": Fault(_status(302)),  # a redirect that does not say where to
    "unnamed": Fault(lambda normal, struck: redirect("http://nowhere.invalid/", 302)),
    "challenge": Fault(_status(403, ("cf-mitigated", "challenge"), text="<title>Just a moment...</title>")),
    "drip": Fault(wire.drip),
    "drip-headers": Fault(wire.dripped(b"", b"X-More: to come\r\n")),
    # A chunk whose length is never told, a gzip file whose own name never ends: no byte of a body comes.
    "drip-length": Fault(wire.dripped(b"Transfer-Encoding: chunked\r\n\r\n", b"0")),
    "drip-gzip": Fault(
        wire.dripped(b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\x03", b"name")
    ),
    "stall": Fault(wire.stall),
    "endless": Fault(wire.endless),
    "bomb": Fault(wire.bomb),
    "metadata": Fault(_metadata),
    "to-file": Fault(lambda normal, struck: redirect("file:///etc/passwd", 302)),
    "loop": Fault(_loop),
    "login": Fault(_changed(_login)),
    "soft-404": Fault(_says("ไม่พบข้อมูลที่ท่านต้องการ", "ข่าวนี้อาจถูกลบไปแล้ว กรุณาตรวจสอบอีกครั้ง")),
    "soft-403": Fault(_says("403 Forbidden", "You don't have permission to access this resource.")),
    "sql": Fault(_says("ข่าว", "You have an error in your SQL syntax near 'LIMIT 0' at line 1")),
    "home": Fault(_home),
    "sold": Fault(_sold),
    "empty": Fault(_changed(lambda answer: replace(answer, body=b""))),  # WordPress without its theme
    "built": Fault(_changed(_built), ("/", "/archives/*", "/index.php*")),  # in the browser, by a script
    "half": Fault(_changed(wire.half)),
    "reset-midway": Fault(wire.reset_midway),
    "babble": Fault(wire.babble),
    "miscoded": Fault(wire.miscoded),
    "misnumbered": Fault(wire.misnumbered),
    "talkative": Fault(wire.talkative),
    "cut": Fault(_changed(wire.cut)),
    "tis620": Fault(_changed(_tis620)),
    "reset": Fault(lambda normal, struck: Answer(reset=True)),
    "reset-once": Fault(_once(lambda normal, struck: Answer(reset=True))),
    "forbid": Fault(_forbid, ("/robots.txt",)),
    "packed": Fault(_changed(_packed)),
    "stale": Fault(_stale),
    "unasked": Fault(_status(304)),  # nobody asked whether anything changed
    "no-rest": Fault(_rest_error(404, "rest_no_route", "No route was found matching the URL."), REST),
    "no-pretty": Fault(_status(404), ("/wp-json*",)),  # without rewriting, ?rest_route= alone answers
    "rest-members": Fault(_rest_error(401, "rest_not_logged_in", "You are not currently logged in."), REST),
    "php-warning": Fault(_changed(_php_warning), REST),
    "nothing": Fault(_changed(_nothing), REST),
    "ahead": Fault(_changed(_replaced(rb'"(date|modified)(_gmt)?":"\d{4}', rb'"\1\2":"2099')), REST),
    "laughs": Fault(_changed(_laughs), ("/wp-sitemap*", "/sitemap*", "/feed/*")),
    "cookie-wall": Fault(_cookie_wall),
    "untyped": Fault(_changed(lambda answer: answer.having(("Content-Type", "application/octet-stream")))),
    "miscounted": Fault(_changed(_miscounted), REST),
    # Lists and feeds that name posts by the address before permalinks, or with an advertiser's parameters.
    "short-links": Fault(
        _changed(_replaced(rb"/archives/(\d+)", rb"/?p=\1")), ("/", "/page/*", "/wp-sitemap*", "/feed/*")
    ),
    "tracked-links": Fault(
        _changed(
            _replaced(rb"(<link>[^<]*/archives/\d+)(.*?)<guid.*?</guid>", rb"\1?utm_source=rss\2", re.S)
        ),
        ("/feed/*",),
    ),
    # Posts that moved: their old addresses lead to the new ones, which alone are listed some day.
    "moved": Fault(_moved(301), ("/archives/*",)),
    "lent": Fault(_moved(302), ("/archives/*",)),  # for now
    "moved-links": Fault(_changed(_replaced(rb"/archives/", rb"/index.php/archives/")), ("/wp-sitemap*",)),
    # The posts whose addresses fit are deleted: nothing lists them, their addresses answer 404
    # (server.py leaves them out, so that there is nothing left to do here).
    "gone": Fault(_changed(lambda answer: answer), ("/archives/*",)),
}


def struck_by(faults: Sequence[str], host: str, target: str) -> Fault | None:
    """The first of the faults that strikes that address, if any. Raises KeyError for an unknown name."""
    for text in faults:
        name = text.split(" ")[0]
        if name != "gone" and strikes(text, host, target):
            return FAULTS[name]
    return None


def strikes(text: str, host: str, target: str) -> bool:
    """Whether the fault, written "<name> <pattern>", strikes that address.

    >>> strikes("drip /archives/11*", "127.0.0.1", "/archives/118"), strikes("drip", "127.0.0.1", "/")
    (True, True)
    >>> strikes("drip 127.0.0.2/*", "127.0.0.1", "/"), strikes("no-rest", "127.0.0.1", "/feed/")
    (False, False)
    """
    name, _, pattern = text.partition(" ")
    patterns = (pattern,) if pattern else FAULTS[name].where
    address = unquote(target)
    return any(
        fnmatchcase(address if shape.startswith(("/", "*")) else host + address, shape) for shape in patterns
    )
