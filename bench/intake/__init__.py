"""Filing under load: one call of the API, whole walks over the pages, and what each costs, on both databases."""

from __future__ import annotations
