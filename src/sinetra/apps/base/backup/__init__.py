"""Backup and restore: one tar with the database and the blobs, hashes of both, and never a key.

    manifest.json  SHA256SUMS  database/…  own/calendars/…  own/timetables/…  own/boundaries/…
    blobs/sha256/aa/bb/…

The sums are in the format of ``sha256sum -c``, so a backup can be checked where Sinetra is not installed.
"""

from __future__ import annotations
