"""Templates of circulars (``catalogue/circulars/*.yaml``): building blocks in Indonesian that name norms, not articles.

Articles, dates and confidence come from the rulebook when a draft is made, so a template does not age with the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.stages import StageCode
from sinetra.core.law.faults import fault
from sinetra.core.law.words import ActCode, NormKind, SubjectStatus

#: Words in braces that a text of a template may hold.
PLACES = ("office", "election", "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateBlock:
    """``norms`` stand first, in this order; ``acts`` adds what the rulebook has of ``kind`` about these acts.

    ``lists_sources``: its points are the instruments that the other blocks cite.
    """

    key: str
    heading: str
    text: str
    kind: NormKind | None
    norms: tuple[str, ...]
    acts: tuple[ActCode, ...]
    lists_sources: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularTemplate:
    """``title`` and ``help`` are for the officer, in both languages; the circular itself is Indonesian."""

    id: str
    title: Bilingual
    help: Bilingual
    stages: tuple[StageCode, ...]
    statuses: tuple[SubjectStatus, ...]
    subject: str
    blocks: tuple[TemplateBlock, ...]
    path: Path


def load_circular_templates(catalogue: Path) -> Mapping[str, CircularTemplate]:
    """By id, in the order of the file names. Errors: ``BadInput`` with file, line and reason."""
    found: dict[str, CircularTemplate] = {}
    for path in sorted((catalogue / "circulars").glob("*.yaml")):
        try:
            given = yamlfile.read(path)
        except yaml.YAMLError as error:
            raise fault(path, "?", error) from error
        try:
            item = _template(path, given)
        except (KeyError, TypeError, ValueError) as error:
            raise fault(path, given.get(yamlfile.LINE, "?") if isinstance(given, dict) else "?", error) from error
        if item.id in found:
            raise fault(path, "1", f"repeated id {item.id}")
        found[item.id] = item
    return found


def _template(path: Path, given: Mapping[str, object]) -> CircularTemplate:
    blocks = given["blocks"]
    if not isinstance(blocks, list):
        raise TypeError("blocks")
    made = tuple(_block(item) for item in blocks)
    keys = [item.key for item in made]
    if len(set(keys)) != len(keys):
        raise ValueError("blocks: repeated key")
    return CircularTemplate(
        id=str(given["id"]),
        title=_text(given["title"]),
        help=_text(given["help"]),
        stages=tuple(StageCode(str(name)) for name in _list(given, "stages")),
        statuses=tuple(SubjectStatus(str(name)) for name in _list(given, "statuses")),
        subject=_filled(str(given["subject"])),
        blocks=made,
        path=path,
    )


def _block(given: Mapping[str, object]) -> TemplateBlock:
    kind = given.get("kind")
    return TemplateBlock(
        key=str(given["key"]),
        heading=str(given.get("heading", "")),
        text=_filled(" ".join(str(given.get("text", "")).split())),
        kind=None if kind is None else NormKind(str(kind)),
        norms=tuple(str(name) for name in _list(given, "norms")),
        acts=tuple(ActCode(str(name)) for name in _list(given, "acts")),
        lists_sources=given.get("lists") == "sources",
    )


def _list(given: Mapping[str, object], name: str) -> list[object]:
    value = given.get(name, [])
    if not isinstance(value, list):
        raise TypeError(name)
    return value


def _text(value: object) -> Bilingual:
    if not isinstance(value, Mapping):
        raise TypeError("{id, en}")
    return Bilingual(id=str(value["id"]), en=str(value["en"]))


def _filled(text: str) -> str:
    """The text, when all its places are known. Errors: ``ValueError``, ``KeyError``."""
    text.format(**dict.fromkeys(PLACES, ""))
    return text
