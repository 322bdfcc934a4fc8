"""``prevention/questions.yaml`` of the catalogue: scenes with their facts, people, and the words of questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import BadInput, gettext_noop


class QuestionKind(StrEnum):
    """``may`` asks of one person, ``scope`` for whom an act is prohibited, ``own`` was written by an officer."""

    MAY = "may"
    SCOPE = "scope"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    text: Bilingual
    subject: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """``who`` names a person and is empty for ``scope``; ``act`` and ``subject`` are facts beyond the defaults."""

    id: str
    topic: str
    kind: QuestionKind
    who: str
    text: Bilingual
    act: Mapping[str, Any]
    subject: Mapping[str, Any]
    from_determination: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    subject: Mapping[str, Any]
    act: Mapping[str, Any]
    people: Mapping[str, Person]
    posts: tuple[str, ...]
    statuses: tuple[str, ...]
    before_determination: tuple[str, ...]
    sides: Mapping[str, Bilingual]
    words: Mapping[str, Bilingual]
    stages: Mapping[str, Bilingual]
    topics: Mapping[str, Bilingual]
    scenes: tuple[Scene, ...]


def load_question_words(catalogue: Path) -> QuestionWords:
    """Errors: ``BadInput`` naming what is missing, or a scene that names an unknown topic or person."""
    path = catalogue / "prevention" / "questions.yaml"
    block = yamlfile.plain(yamlfile.read(path))
    try:
        found = QuestionWords(
            subject=block["defaults"]["subject"],
            act=block["defaults"]["act"],
            people={
                name: Person(text=Bilingual(**item["text"]), subject=item["subject"])
                for name, item in block["people"].items()
            },
            posts=tuple(block["posts"]),
            statuses=tuple(block["statuses"]),
            before_determination=tuple(block["before_determination"]),
            **{name: _texts(block[name]) for name in ("sides", "words", "stages", "topics")},
            scenes=tuple(_scene(item) for item in block["scenes"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _fault(path, repr(error)) from error
    for scene in found.scenes:
        if scene.topic not in found.topics or (scene.kind is QuestionKind.MAY and scene.who not in found.people):
            raise _fault(path, scene.id)
    return found


def _texts(block: Mapping[str, Mapping[str, str]]) -> dict[str, Bilingual]:
    return {name: Bilingual(**item) for name, item in block.items()}


def _scene(item: Mapping[str, Any]) -> Scene:
    return Scene(
        id=item["id"],
        topic=item["topic"],
        kind=QuestionKind(item["kind"]),
        who=item.get("who", ""),
        text=Bilingual(**item["text"]),
        act=item["act"],
        subject=item.get("subject", {}),
        from_determination=item.get("from_determination", False),
    )


def _fault(path: Path, reason: str) -> BadInput:
    return BadInput(gettext_noop("%(field)s: isi katalog tidak dikenal: %(value)s"), field=path.name, value=reason)
