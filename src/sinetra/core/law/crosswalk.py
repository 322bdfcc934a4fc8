"""Does every entry of the reference have its place in the catalogue, or a written reason why not?

``crosswalk.yaml`` maps each id of the reference to catalogue ids (``norm:skb2022.pd-6``) or to a reason. The reference
is a YAML file in which every mapping with ``id`` is an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.casework.casework import load_casework
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.faults import fault
from sinetra.core.law.rulebook import Rulebook

FILE = "crosswalk.yaml"


class Kind(StrEnum):
    """Where in the catalogue a target stands: the prefix before the colon."""

    INSTRUMENT = "instrument"
    NORM = "norm"
    SANCTION = "sanction"
    ROUTE = "route"
    CONFLICT = "conflict"
    DEADLINE = "deadline"
    TIMETABLE = "timetable"
    #: a route or a rung of the ladder in ``casework.yaml``
    CASEWORK = "casework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An id of the reference: ``targets``, or the ``reason`` why it has none."""

    id: str
    targets: tuple[Target, ...]
    reason: Bilingual | None


Crosswalk = Mapping[str, Entry]


def read_crosswalk(path: Path) -> Crosswalk:
    """Errors: ``BadInput`` with file, line and reason."""
    block = _document(path)
    if not isinstance(block, dict):
        raise fault(path, 1, "not a mapping")
    line = block.get(yamlfile.LINE, 1)
    return {str(name): _entry(path, line, str(name), value) for name, value in block.items() if name != yamlfile.LINE}


def _document(path: Path) -> Any:
    try:
        return yamlfile.read(path)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="FILE", file=path.name, reason=error.strerror
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise fault(path, "?", error) from error


def _entry(path: Path, line: int, name: str, value: Any) -> Entry:
    if isinstance(value, dict):
        reason = value.get("reason")
        if not isinstance(reason, dict) or not reason.get("id") or not reason.get("en"):
            raise fault(path, value.get(yamlfile.LINE, line), f"{name}: reason needs id and en")
        return Entry(id=name, targets=(), reason=Bilingual(id=str(reason["id"]), en=str(reason["en"])))
    if not isinstance(value, list) or not value:
        raise fault(path, line, f"{name}: neither targets nor a reason")
    return Entry(id=name, targets=tuple(_target(path, line, name, item) for item in value), reason=None)


def _target(path: Path, line: int, name: str, text: Any) -> Target:
    kind, found, target = str(text).partition(":")
    if not found or not target or kind not in tuple(Kind):
        raise fault(path, line, f"{name}: unknown word {text!r}; kinds: {', '.join(Kind)}")
    return Target(kind=Kind(kind), name=target)


def reference_ids(path: Path) -> tuple[str, ...]:
    """Every ``id`` of the reference in the order of its text. Errors: ``BadInput`` when it is no YAML or holds none."""
    found = tuple(dict.fromkeys(_ids(_document(path))))
    if not found:
        raise fault(path, 1, "no id")
    return found


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def catalogue_names(rulebook: Rulebook, catalogue: Path) -> Mapping[Kind, frozenset[str]]:
    """What a target may name."""
    casework = load_casework(catalogue)
    return {
        Kind.INSTRUMENT: frozenset(rulebook.instruments),
        Kind.NORM: frozenset(norm.id for norm in rulebook.norms),
        Kind.SANCTION: frozenset(rulebook.shared.sanctions),
        Kind.ROUTE: frozenset(rulebook.shared.routes),
        Kind.CONFLICT: frozenset(item.id for item in rulebook.disputes),
        Kind.DEADLINE: frozenset(rulebook.clock.rules.ids),
        Kind.TIMETABLE: frozenset(item.id for item in rulebook.clock.timetables),
        Kind.CASEWORK: frozenset(
            {item.id for item in casework.routes.routes} | {item.name for item in casework.ladder}
        ),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """``kinds``: how many ids go to at least one target of the kind; an id may go to several kinds.

    ``unmapped``: ids of the reference that the crosswalk lacks. ``gone``: ids of the crosswalk that the reference
    lacks. ``dangling``: (id, target) where the catalogue lacks the target.
    """

    ids: int
    mapped: int
    kinds: Mapping[Kind, int]
    reasons: int
    unmapped: tuple[str, ...]
    gone: tuple[str, ...]
    dangling: tuple[tuple[str, Target], ...]

    @property
    def ok(self) -> bool:
        return not (self.unmapped or self.gone or self.dangling)

    def to_json(self) -> dict[str, object]:
        return {
            "ok": self.ok,
            "ids": self.ids,
            "mapped": self.mapped,
            "kinds": {kind.value: count for kind, count in self.kinds.items()},
            "reasons": self.reasons,
            "unmapped": list(self.unmapped),
            "gone": list(self.gone),
            "dangling": [{"id": name, "target": str(target)} for name, target in self.dangling],
        }


def coverage(
    crosswalk: Crosswalk, names: Mapping[Kind, frozenset[str]], reference: Iterable[str] | None = None
) -> Coverage:
    """Of the ids of ``reference``; without it, of those the crosswalk itself lists, so that only targets can fail."""
    ids = tuple(crosswalk) if reference is None else tuple(reference)
    wanted = frozenset(ids)
    found = [crosswalk[name] for name in ids if name in crosswalk]
    return Coverage(
        ids=len(ids),
        mapped=sum(bool(entry.targets) for entry in found),
        kinds={kind: sum(any(item.kind is kind for item in entry.targets) for entry in found) for kind in Kind},
        reasons=sum(entry.reason is not None for entry in found),
        unmapped=tuple(name for name in ids if name not in crosswalk),
        gone=tuple(name for name in crosswalk if name not in wanted),
        dangling=tuple(
            (entry.id, item)
            for entry in crosswalk.values()
            for item in entry.targets
            if item.name not in names.get(item.kind, frozenset())
        ),
    )
