"""The pages in a real browser: on a phone, in the dark, by keyboard, by ear, on paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pdfplumber
import pytest

from tests.archive import shelf
from tests.archive.browser import Tab, chromium
from tests.archive.serving import serving

pytestmark = pytest.mark.needs("chromium")

PAGES = ("/", f"/?q={quote('ประชุม ครู')}", "/event/krabi/1", "/document/krabi/1", "/help", "/?lang=en")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(shelf.fill(tmp_path_factory.mktemp("shelf"))) as address:
        yield address


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with chromium(tmp_path_factory.mktemp("browser") / "profile") as tab:
        yield tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1366])
def test_all_can_be_read_and_touched(site: str, tab: Tab, tmp_path: Path, width: int, scheme: str) -> None:
    tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    for path in PAGES:
        tab.open(site + path, width)
        tab.value("document.querySelectorAll('details').forEach(it => it.open = true)")
        wide = tab.value("document.fonts.ready.then(() => document.documentElement.scrollWidth)")
        assert wide <= width, path
        assert tab.value("document.fonts.check('16px Sarabun', 'ประชุม')"), path
        assert len(tab.shoot(tmp_path / "shot.png")) > 10_000
        assert tab.value(SMALL) == [], path
        assert tab.value(FAINT) == [], path
    dark = tab.value("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 23, 23)"
    assert dark == (scheme == "dark")
    assert tab.complaints == []


def test_on_paper_stand_query_and_sources_and_no_controls(site: str, tab: Tab, tmp_path: Path) -> None:
    hits = printed(tab, f"{site}/?q=Lesson+Study&year=2563", tmp_path / "hits.pdf")
    assert "Lesson Study" in hits.partition("\n14")[0]
    assert "2563" in hits.partition("\n14")[0]
    event = printed(tab, f"{site}/event/krabi/1?q=x", tmp_path / "event.pdf")
    assert "(http://127.0.0.1:8000/?p=1)" in event
    assert "krabi/1" in event
    for text in (hits, event):
        assert "English" not in text
        assert "CSV" not in text


def printed(tab: Tab, url: str, path: Path) -> str:
    tab.open(url)
    path.write_bytes(base64.b64decode(tab.ask("Page.printToPDF")["data"]))
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_facets_by_keyboard_and_by_ear(site: str, tab: Tab) -> None:
    tab.open(f"{site}/?q={quote('ประธาน')}", 360)
    assert "summary" in focused(tab, "กรองผล")
    tab.press("Enter", "\r")
    assert tab.value("document.querySelector('.facets').open")
    assert tab.value("document.documentElement.scrollWidth") <= 360
    assert tab.value("[...document.querySelectorAll('.chip')].every(it => it.offsetHeight >= 24)")
    heard = tab.heard()
    assert ("link", "2563 2 รายการ") not in heard  # it would leave all hits, and narrow nothing
    assert ("link", "ประชุมเชิงปฏิบัติการ 1 รายการ") in heard
    assert ("region", "ประเภท") in heard
    assert "chip" in focused(tab, "ประชุมเชิงปฏิบัติการ 1")
    tab.press("Enter", "\r", leaves=True)
    assert tab.value("document.querySelector('.count').textContent").startswith("พบ 1 รายการ")
    assert ("link", "ประเภท: ประชุมเชิงปฏิบัติการ , เลิกกรอง") in tab.heard()
    assert tab.complaints == []


def test_facets_are_open_in_the_margin_of_a_wide_window(site: str, tab: Tab) -> None:
    tab.open(f"{site}/?q={quote('ประธาน')}", 1366)
    edges = "[...document.querySelectorAll('.facets .chip')].map(it => it.getBoundingClientRect())"
    hits = tab.value("document.querySelector('.hits').getBoundingClientRect().left")
    assert tab.value(f"Math.min(...{edges}.map(it => it.left))") >= 0
    assert 0 < tab.value(f"Math.max(...{edges}.map(it => it.right))") < hits
    assert "chip" in focused(tab, "ประชุมเชิงปฏิบัติการ 1")  # and nothing had to be opened
    tab.open(f"{site}/?q={quote('ประธาน')}", 1366)
    assert "skip" in focused(tab, "ข้ามไปยังผลการค้นหา")
    assert tab.value("document.activeElement.getBoundingClientRect().left") >= 0
    tab.press("Enter", "\r")
    tab.press("Tab")
    assert tab.value("document.activeElement.matches('.hits li:first-child a')")
    heard = tab.heard()
    assert ("link", "ประชุมเชิงปฏิบัติการ 1 รายการ") in heard
    assert ("group", "กรองผล") in heard
    assert "DisclosureTriangle" not in {role for role, _ in heard}


def focused(tab: Tab, text: str) -> str:
    """Tag and class of what bears the text, reached by the Tab key alone."""
    for _ in range(60):
        tab.press("Tab")
        if text in tab.value("document.activeElement.textContent.replace(/\\s+/g, ' ')"):
            return str(tab.value("document.activeElement.localName + ' ' + document.activeElement.className"))
    raise AssertionError(f"Tab does not lead to {text}")


# Links outside running text that a thumb would miss, by their text.
SMALL = """[...document.querySelectorAll('button, input[type=search], summary, .title a, .switch, .name')]
    .filter(it => it.checkVisibility() && it.getBoundingClientRect().height < 24).map(it => it.textContent)"""

# Texts whose contrast with what lies behind them is below 4.5, by WCAG's formula.
FAINT = """(() => {
    const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
    const linear = c => c / 255 <= .03928 ? c / 255 / 12.92 : ((c / 255 + .055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
    const behind = it => {
        for (; it; it = it.parentElement) {
            const found = rgb(getComputedStyle(it).backgroundColor);
            if (found.length < 4 || found[3] > 0) return found;
        }
        return [255, 255, 255];
    };
    const contrast = it => {
        const [a, b] = [light(rgb(getComputedStyle(it).color)), light(behind(it))];
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    };
    return [...document.querySelectorAll('body *')]
        .filter(it => [...it.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
        .filter(it => contrast(it) < 4.5)
        .map(it => it.className + ': ' + it.textContent.trim().slice(0, 40));
})()"""
