"""Where it happened, without JavaScript: by typing, or step by step from the province down to kelurahan or desa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.registry.models import Region
from sinetra.apps.registry.selectors import children_of, find_regions, with_parents
from sinetra.apps.registry.vocabulary import RegionLevel

LONGEST_SEARCH = 80
LONGEST_CODE = 13
SHORTEST_SEARCH = 3
_NEXT: tuple[str | Promise, ...] = (
    _lazy("Provinsi"),
    _lazy("Kabupaten atau kota"),
    _lazy("Kecamatan"),
    _lazy("Kelurahan atau desa"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """``found``: what may be chosen. ``chain``: how far the steps went; ``below``: what lies right under its end."""

    search: str
    found: tuple[Region, ...]
    chosen: str
    chain: tuple[Region, ...]
    below: tuple[Region, ...]

    @property
    def inside(self) -> str:
        return self.chain[-1].code if self.chain else ""

    @property
    def next_level(self) -> str | Promise:
        return _NEXT[len(self.chain)] if self.below else ""


def picker(given: Mapping[str, str], before: str = "") -> Picker:
    """``given``: the fields as sent; ``before``: the code that was answered earlier. Nothing sent is an error here."""
    go = given.get("go", "")
    chosen = _code(given, "region") or before
    inside = _code(given, "inside") or (chosen if not given.get("search") else "")
    if go == "step" or (go != "up" and not chosen):
        inside = _code(given, "step") or inside
    if go == "up":
        inside = inside.rpartition(".")[0]
    chain = with_parents(inside) if inside else ()
    if go in {"step", "up"}:
        chosen = chain[-1].code if chain else ""
    search = _clean(given.get("search", ""))[:LONGEST_SEARCH].strip()
    found = list(find_regions(search)) if len(search) >= SHORTEST_SEARCH and go not in {"step", "up"} else []
    if chosen and all(region.code != chosen for region in found):
        found = [*Region.objects.filter(pk=chosen).select_related("parent__parent"), *found]
    return Picker(
        search=search,
        found=tuple(region for region in found if region.level != RegionLevel.PROVINCE),
        chosen=chosen,
        chain=chain,
        below=tuple(children_of(chain[-1].code if chain else None)),
    )


def answer_of(given: Mapping[str, str]) -> str:
    """The code that is meant: who opened a kecamatan and then chose a kelurahan in it means the kelurahan."""
    region, step = _code(given, "region"), _code(given, "step")
    return step if step and (not region or step.startswith(f"{region}.")) else region


def _code(given: Mapping[str, str], name: str) -> str:
    return _clean(given.get(name, ""))[:LONGEST_CODE]


def _clean(text: str) -> str:
    """PostgreSQL takes no NUL, not even to look for it."""
    return text.replace("\x00", "")
