"""The moment, as the archive writes it: ISO 8601, UTC, whole seconds, a final "Z"."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
