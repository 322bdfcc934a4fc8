"""Starters of a pledge from the catalogue, in both languages; an office signs its own Indonesian text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeTemplate:
    """``kind`` is ``ikrar`` or ``pakta_integritas``; ``source`` says whose points are paraphrased."""

    kind: str
    title: Bilingual
    opening: Bilingual
    points: tuple[Bilingual, ...]
    written_part: Bilingual
    source: str
    confidence: str

    def body(self, language: str) -> str:
        """The opening and the numbered points, a line each."""
        numbered = [f"{number}. {getattr(point, language)}" for number, point in enumerate(self.points, start=1)]
        return "\n".join([getattr(self.opening, language), *numbered])


def load_pledge_templates(root: Path) -> tuple[PledgeTemplate, ...]:
    """``pledges.yaml`` of the catalogue. Errors: ``KeyError``, ``yaml.YAMLError``."""
    given = yamlfile.plain(yamlfile.read(root / "pledges.yaml"))
    points = tuple(Bilingual(**point) for point in given["points"])
    return tuple(
        PledgeTemplate(
            kind=item["kind"],
            title=Bilingual(**item["title"]),
            opening=Bilingual(**item["opening"]),
            points=points,
            written_part=Bilingual(**item["written_part"]),
            source=given["source"],
            confidence=given["confidence"],
        )
        for item in given["templates"]
    )
