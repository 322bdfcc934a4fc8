"""Evidence for who handles it: the files of a report, one file, who touched it, what is covered in it."""

from __future__ import annotations
