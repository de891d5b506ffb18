"""Scrapy on the site of bench/pace_site.py, `python -m bench.peer_scrapy PORT FOLDER`, where it is installed.

As polite as we are: robots.txt obeyed, one connection a host, no delay. Each
body goes to a file, which is the least that keeps it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess

from bench.cost import Meter
from bench.pace_site import HOSTS

SETTINGS = {
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": len(HOSTS),
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "WARNING",
}


class News(scrapy.Spider):  # type: ignore[misc]
    """Follows a list's links and keeps what they lead to."""

    name = "news"
    folder: Path
    kept = 0

    def parse(self, response: Any) -> Iterator[Any]:
        self._keep(response)
        yield from response.follow_all(css="li a", callback=self._keep)

    def _keep(self, response: Any) -> None:
        (self.folder / sha256(response.url.encode()).hexdigest()).write_bytes(response.body)
        News.kept += 1


def main(port: str, folder: str) -> None:
    meter = Meter()
    process = CrawlerProcess(SETTINGS)
    process.crawl(News, start_urls=[f"http://{host}:{port}/" for host in HOSTS], folder=Path(folder))
    process.start()
    meter.tell(News.kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
