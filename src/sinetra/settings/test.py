from __future__ import annotations

SECRET_KEY = "test"  # noqa: S105
