"""Argon2id at the smallest setting that OWASP's password storage cheat sheet accepts (19 MiB, two passes).

Django's default takes 100 MiB and eight threads a sign-in: eight strangers at once would take a small office's machine.
"""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class SmallArgon2(Argon2PasswordHasher):
    memory_cost = 19_456  # KiB
    time_cost = 2
    parallelism = 1
