"""What each view of the control room (*Ruang kendali*) shows, as values. Pages, workbook and brief read the same."""

from __future__ import annotations
