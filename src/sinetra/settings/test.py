"""Settings of the tests: a throw-away data folder, fast hashing, no manifest; the database from the environment."""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.mkdtemp(prefix="sinetra-test-")
os.environ.setdefault("SINETRA_DATA", _folder)
os.environ.setdefault("SINETRA_PROFILE", "demo")
os.environ.setdefault("SINETRA_AS_OF", "2024-11-22")

from sinetra.settings.main import *  # noqa: E402, F403
from sinetra.settings.main import STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
