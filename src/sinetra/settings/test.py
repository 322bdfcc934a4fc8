"""Settings of the tests: a throw-away data folder, fast hashing, no manifest; the database from the environment.

Each process of a parallel run has a folder of its own; the processes that a test starts share that of the test.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
if not os.environ.get("SINETRA_DATA", "").endswith(f"-{_worker}"):
    os.environ["SINETRA_DATA"] = tempfile.mkdtemp(prefix="sinetra-test-", suffix=f"-{_worker}")
os.environ.setdefault("SINETRA_PROFILE", "demo")
os.environ.setdefault("SINETRA_AS_OF", "2024-11-22")

from sinetra.settings.main import *  # noqa: E402, F403
from sinetra.settings.main import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Rows that nobody put in order come the other way round: what relies on their order fails here, not one day in ten.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA reverse_unordered_selects=ON"
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
