"""Web pages: what is the author's stays, what is the site's goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.errors import LayoutChanged, Unreadable
from extractors.formats.html import read
from extractors.records import Document, Link
from tests.extractors.formats.made import SITE, capture

POST = "เมื่อวันที่ ๓ มกราคม ๒๕๖๔ นายสมมติ ตัวอย่างดี เป็นประธานเปิดการประชุม ณ ห้องประชุมชั้น ๒ อาคารเรียนรวม"
TITLE = "ประชุมครูประจำปี"


def page(body: str, head: str = f"<title>{TITLE} - โรงเรียนตัวอย่าง</title>") -> bytes:
    return (
        f"<!doctype html><html><head>{head}</head><body class='cookies-not-set'>{body}</body></html>".encode()
    )


def found(body: str, **site: str) -> Document:
    return read(capture(page(body)), replace(SITE, **site))


# Each theme holds POST and much else.
THEMES = {
    "wordpress": "<header><nav><a href='/'>หน้าแรก</a></nav></header><article><h1>ประชุมครูประจำปี</h1>"
    f"<div class='entry-meta'>โดย admin</div><div class='entry-content'><p>{POST}</p>"
    "<div class='sharedaddy'>Share this: Facebook</div></div></article>"
    "<aside>ข่าวอื่น ๆ ที่น่าสนใจมาก</aside><div id='comments'>LEAVE A REPLY</div>",
    "joomla": "<div id='sidebar'><form class='login-form'>Username <input type='password'></form></div>"
    f"<div class='item-page'><p>{POST}</p><div class='pagination'>ก่อนหน้า ถัดไป</div></div>",
    "elementor": "<div class='elementor-widget elementor-widget-theme-post-content'>"
    f"<div class='elementor-widget elementor-widget-text-editor'>{POST}</div></div>",
    "table layout": "<table><tr><td><a href='1'>เมนูหนึ่ง</a><br><a href='2'>เมนูสอง</a></td>"
    f"<td><table><tr><td>{POST}</td></tr></table></td></tr></table>",
    "asp.net": "<form method='post' action='./Detail.aspx'><input type='hidden' name='__VIEWSTATE' value='x'>"
    f"<ul><li><a href='1'>เมนู</a></li></ul><div><div id='pnlDetail'><p>{POST}</p></div></div></form>",
    "nothing known": f"<div><ul><li><a href='1'>เมนู</a></li></ul></div><div><div><p>{POST}</p></div></div>"
    "<footer>สงวนลิขสิทธิ์</footer><div id='cookie-notice'>เว็บไซต์นี้ใช้คุกกี้</div>",
}


@pytest.mark.parametrize("theme", THEMES)
def test_themes(theme: str) -> None:
    assert found(THEMES[theme]).text == f"{TITLE}\n{POST}"


def test_a_list_of_other_articles_is_not_the_article() -> None:
    others = "".join(f"<article>ข่าวที่ {n} {POST}</article>" for n in range(3))
    assert found(f"<div class='entry-content'>{POST}</div>{others}").text == f"{TITLE}\n{POST}"


def test_paragraphs_in_boxes_of_their_own_are_one_text() -> None:
    """As page builders put them, where no known place holds them: the longest is not the text."""
    told = ["วันที่ 4 มีนาคม 2567 โรงเรียนบ้านลมโชย จัดอบรมครูแกนนำด้านเทคโนโลยี ณ ห้องคอมพิวเตอร์ " * 3]
    told += ["วิทยากรคือ ดร.วรินทร ธารทอง บรรยายเรื่อง ปัญญาประดิษฐ์ในห้องเรียน"]
    boxes = (f'<div class="box box-{n}5d"><p>{text}</p></div>' for n, text in enumerate(told))
    menu = '<div><a href="/">หน้าแรก</a> <a href="/news">ข่าวประชาสัมพันธ์</a></div>'
    text = found(f"<div>{menu}<div>{''.join(boxes)}</div></div>").text
    assert "วรินทร ธารทอง" in text
    assert "หน้าแรก" not in text


@pytest.mark.parametrize(
    "left", ["Message us", "Add LINE", "Share this:", "แชร์", "เข้าชม : 328", "IMG_0018", "fbpx"]
)
def test_what_widgets_leave_behind_goes(left: str) -> None:
    link = Link("s/1", "http://a.example/1", title=TITLE, content=f"<p>{POST}</p><p>{left}</p>")
    assert read(capture(b"[]", link=link), SITE).text == f"{TITLE}\n{POST}"


def test_a_label_stuck_to_the_last_sentence_goes() -> None:
    link = Link("s/1", "http://a.example/1", content=f"<p>{POST}<span>Message us</span></p>")
    assert read(capture(b"[]", link=link), SITE).text == POST


def test_what_the_listing_carried_is_the_text_and_its_link_tells_the_rest() -> None:
    link = Link(
        "s/7", "http://a.example/?p=7", title="หัวข้อ", published="2024-01-02T00:00:00Z", content="<p>สั้น</p>"
    )
    document = read(capture(page(POST), link=link), SITE)
    assert (document.id, document.url, document.title, document.text) == ("s/7", link.url, "หัวข้อ", "หัวข้อ\nสั้น")
    assert document.published == "2024-01-02T00:00:00Z"


def test_the_selector_promises_one_match() -> None:
    body = f"<div class='a'>{POST}</div><div class='b'>อื่น</div><div class='b'>อื่น</div>"
    assert found(body, selector="div.a").text.endswith(POST)
    for selector, times in (("div.b", 2), ("div.c", 0)):
        with pytest.raises(LayoutChanged, match=rf"'{selector}' matched {times} times, expected 1"):
            found(body, selector=selector)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<form>ชื่อผู้ใช้ <input> รหัสผ่าน <input type='password'></form>", "login form"),
        ("", "0 bytes"),
        ("<p>กำลังโหลด</p>", "27 bytes"),
        ("<div>" * 2000 + POST, "nested"),
    ],
)
def test_pages_without_a_text_are_unreadable(body: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        found(body)


def test_a_login_form_is_no_changed_layout() -> None:
    with pytest.raises(Unreadable, match="login form"):
        found("<form><input type='password'></form>", selector="div.a")


def test_a_short_notice_with_its_document_is_read() -> None:
    document = found("<div class='entry-content'>ตามแนบ <a href='/files/%E0%B8%81.pdf#page=2'>คำสั่ง</a></div>")
    assert document.links == (
        Link(
            "s/files/ก.pdf",
            "http://a.example/files/%E0%B8%81.pdf",
            "attachment",
            "http://a.example/1",
            "คำสั่ง",
        ),
    )


# (markup, addresses of the attachments)
POINTERS = [
    ("<a href='http://b.example/x.DOCX'>x</a>", ["http://b.example/x.DOCX"]),
    ("<a href='/x.pdf'>1</a><a href='/x.pdf'>2</a>", ["http://a.example/x.pdf"]),
    (
        "<iframe src='https://docs.google.com/viewer?url=http%3A%2F%2Fa.example%2Fy.pdf'></iframe>",
        ["http://a.example/y.pdf"],
    ),
    (
        "<a href='/load.php?file=2565/z.docx&amp;n=1'>x</a>",
        ["http://a.example/load.php?file=2565/z.docx&n=1"],
    ),
    ("<a href='https://share.example/?u=http://a.example/x.pdf'>x</a>", []),
    ("<a href='javascript:alert(1)//x.pdf'>x</a><a href='/other'>x</a><a href='file:///x.pdf'>x</a>", []),
    ("<img src='/p-724x1024.jpg'><img src='/icon.png' width='32'>", ["http://a.example/p.jpg"]),
    ("<img src='/p.webp'><img src='/p.gif'>", ["http://a.example/p.webp", "http://a.example/p.gif"]),
    ("<img src='/site-logo.png'><img src='/logo2.gif'><img src='/new.gif'>", []),
    ("<img src='/emoji/1f600.png'><img class='wp-smiley big' src='/s.png'>", []),
    ("<img src='/logo-contest-poster.jpg'>", ["http://a.example/logo-contest-poster.jpg"]),
]


@pytest.mark.parametrize(("markup", "addresses"), POINTERS)
def test_pointers(markup: str, addresses: list[str]) -> None:
    link = Link("s/1", "http://a.example/1", content=f"<p>สั้น</p>{markup}")
    assert [to.url for to in read(capture(b"", link=link), SITE).links] == addresses


def test_pictures_of_a_long_post_are_left_unless_the_site_wants_them() -> None:
    link = Link("s/1", "http://a.example/1", content=f"<p>{POST * 3}</p><img src='/a.jpg'>")
    assert read(capture(b"", link=link), SITE).links == ()
    assert len(read(capture(b"", link=link), replace(SITE, pictures="all")).links) == 1


def test_table_rows_are_rows() -> None:
    table = "<tr><th>เวลา</th><th>เรื่อง</th></tr><tr><td>09.00 น.</td><td><p>เปิด</p><p>โดยประธาน</p></td></tr>"
    document = found(f"<div class='entry-content'><p>{POST}</p><table>{table}</table><p>จบ</p></div>")
    rows = [[document.text[start:end] for start, end in row] for row in document.rows]
    assert rows == [["เวลา", "เรื่อง"], ["09.00 น.", "เปิด\nโดยประธาน"]]
    assert document.text.endswith("เวลา\tเรื่อง\n09.00 น.\tเปิด\nโดยประธาน\nจบ")


def test_a_page_in_the_thai_code_page_that_says_utf8() -> None:
    body = page(f"<div class='entry-content'>{POST}</div>").decode().encode("cp874")
    assert read(capture(body, "text/html; charset=utf-8"), SITE).text == f"{TITLE}\n{POST}"


HEADS = [
    ("<title>ก - ข</title><meta property='og:title' content='ประชุม &amp;amp; อบรม'>", "ประชุม & อบรม", None),
    (
        "<meta property='article:published_time' content='2020-02-03T10:00:00+07:00'>",
        None,
        "2020-02-03T10:00:00+07:00",
    ),
    ("<meta name='date' content='3 ก.พ. 63'>", None, None),
]


@pytest.mark.parametrize(("head", "title", "published"), HEADS)
def test_heads(head: str, title: str | None, published: str | None) -> None:
    document = read(capture(page(f"<div class='entry-content'>{POST}</div>", head)), SITE)
    assert (document.title, document.published) == (title, published)


def test_what_looks_like_markup_in_a_text_stays_text() -> None:
    link = Link(
        "s/1", "http://a.example/1", title="<script>alert(1)</script>", content="<p>ก &lt;b&gt; ข</p>"
    )
    assert read(capture(b"", link=link), SITE).text == "<script>alert(1)</script>\nก <b> ข"


def test_a_page_that_is_but_a_table_keeps_its_rows() -> None:
    hours = (f"<td>{n:02}.00</td><td>{n + 1:02}.00</td>" for n in range(9, 12))
    rows = "".join(f"<tr>{hour}<td>ฐานการเรียนรู้เรื่องนกน้ำและนาข้าวของชุมชนริมน้ำ</td></tr>" for hour in hours)
    read = found(f"<table>{rows}</table>")
    assert [[read.text[start:end] for start, end in row[:2]] for row in read.rows] == [
        ["09.00", "10.00"],
        ["10.00", "11.00"],
        ["11.00", "12.00"],
    ]
