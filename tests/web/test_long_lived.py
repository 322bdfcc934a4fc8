"""What the server keeps is set aside after the first full collections, and no longer."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import gc
from sinetra.web.long_lived import FULL_COLLECTIONS, set_aside_what_stays
kept = [[] for _ in range(10_000)]
gc.collect()
assert gc.get_freeze_count() == 0
before = len(gc.callbacks)
set_aside_what_stays()
gc.collect(0); gc.collect(1)
assert gc.get_freeze_count() == 0, "a young collection sets nothing aside"
gc.collect()
assert gc.get_freeze_count() > 10_000
for _ in range(FULL_COLLECTIONS - 1):
    gc.collect()
assert len(gc.callbacks) == before
there = gc.get_freeze_count()
later = [[] for _ in range(10_000)]
gc.collect()
assert gc.get_freeze_count() <= there, "what comes later is collected as ever"
print("ok")
"""


def test_what_survives_the_first_full_collections_is_set_aside_and_what_comes_later_is_not() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("ok", 0), done.stderr


def test_the_application_that_is_served_does_so() -> None:
    program = "import gc; from sinetra.web import wsgi; print([f.__module__ for f in gc.callbacks])"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "sinetra.settings.test", "SINETRA_OUTBOX_WORKER": ""}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment)
    assert "sinetra.web.long_lived" in done.stdout, done.stderr
