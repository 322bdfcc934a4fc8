"""Elsewhere in the tests a passphrase is cheap to try; this is what it costs in an installation."""

from __future__ import annotations

import subprocess
import sys

_COST = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "sinetra.settings.test"
import django
django.setup()
from sinetra.apps.reports.vault import MEMORY, ROUNDS, new_key, unlock
made = new_key("kayu manis di tepi kali")
assert unlock(made.locked, "kayu manis di tepi kali", made.public_key)
print(MEMORY, ROUNDS)
"""


def test_one_guess_of_a_passphrase_takes_64_megabytes_six_times() -> None:
    done = subprocess.run([sys.executable, "-c", _COST], capture_output=True, text=True, check=False)
    assert done.stdout.split() == [str(64 * 1024 * 1024), "6"], done.stderr
