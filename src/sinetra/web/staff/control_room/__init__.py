"""Pages of the control room (*Ruang kendali*): eight views of an office on its legal date."""

from __future__ import annotations
