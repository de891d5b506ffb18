"""The fixture `wordpress_site`: one real WordPress for the whole test session.

Tests that use it carry the mark `needs_wordpress`, so that they are left out,
by name, where its programs are missing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.realsite.wordpress import PROGRAMS, THEME, WORDPRESS, WordPressSite, running
from tests.world.sites import SAMPLE

needs_wordpress = pytest.mark.needs(*PROGRAMS)


@pytest.fixture(scope="session")
def wordpress_site() -> Iterator[WordPressSite]:
    """The sample's posts in a real WordPress on loopback; `.url` ends with a slash."""
    if not (WORDPRESS / f"wp-content/themes/{THEME}/style.css").exists():
        reason = f"needs WordPress with the theme {THEME} in {WORDPRESS}: `make test-deps` installs it"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with running(SAMPLE) as site:
        yield site
