"""Tables that offices bring, CSV or XLSX, read row by row, with what a spreadsheet damaged in them."""

from __future__ import annotations
