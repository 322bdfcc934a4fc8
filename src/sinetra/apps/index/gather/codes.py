"""The public code of a unit of an office: that of the region and the office's own, in letters that fit an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.text import slugify


def office_codes(region: str, own: Iterable[tuple[UUID, str]]) -> Mapping[UUID, str]:
    """``own``: id and short code of each unit. Two that look alike get the beginning of their id.

    >>> one, two = UUID(int=1), UUID(int=2 << 96)
    >>> list(office_codes("99.71", [(one, "DINKES"), (two, "Bag. Umum/1")]).values())
    ['99.71-dinkes', '99.71-bag-umum1']
    >>> list(office_codes("99.71", [(one, "A/1"), (two, "A1")]).values())
    ['99.71-a1', '99.71-a1-00000002']
    """
    found: dict[UUID, str] = {}
    taken: set[str] = set()
    for pk, code in own:
        plain = f"{region}-{slugify(code) or pk.hex[:8]}"
        found[pk] = f"{plain}-{pk.hex[:8]}" if plain in taken else plain
        taken.add(found[pk])
    return found
