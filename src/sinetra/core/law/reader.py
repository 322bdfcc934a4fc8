"""One block of a catalogue file, turned into values of the model; a mistake is told with file, line and reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput
from sinetra.core.law.faults import fault
from sinetra.core.law.model import Citation, Condition, Exemption, Period, Route, Sanction
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import BodyCode, SanctionClass, SubjectStatus

Block = dict[str, Any]
_NORM_KEYS = "id kind track title confidence versions when unless citations group displaces sanction route clocks note"
_KEYS = {
    "norm": frozenset(_NORM_KEYS.split()),
    "version": frozenset({"from", "to", "source_event", "when", "unless"}),
    "exception": frozenset({"id", "title", "when", "unless", "citations", "from", "to"}),
    "citation": frozenset({"instrument", "article", "confidence", "from", "to", "for"}),
    "sanction": frozenset({"class", "options", "for", "prison_months", "fine_idr", "note"}),
    "route": frozenset({"receives", "forwards_to", "decides", "from", "to"}),
    "dispute": frozenset(
        {"id", "topic", "when", "rules", "contested", "readings", "confidence", "from", "to", "handled"}
    ),
    "reading": frozenset({"text", "source"}),
}


class Reader:
    """Reads the blocks of one file."""

    def __init__(self, path: Path, sets: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.path = path
        self.sets = sets or {}

    def fault(self, block: object, reason: str) -> BadInput:
        line = block.get(yamlfile.LINE, "?") if isinstance(block, dict) else "?"
        return fault(self.path, line, reason)

    def check(self, block: Any, what: str) -> Block:
        """Errors: ``BadInput`` for an unknown key, ``TypeError`` (told with the outer line) for no mapping."""
        if not isinstance(block, dict):
            raise TypeError(f"{what}: not a mapping")
        for key in block:
            if key != yamlfile.LINE and key not in _KEYS[what]:
                raise self.fault(block, f"unknown word {key!r} in {what}")
        return block

    def need(self, block: Block, key: str) -> Any:
        if block.get(key) in (None, "", [], {}):
            raise self.fault(block, f"missing {key}")
        return block[key]

    def text(self, block: Block, key: str) -> Bilingual:
        inner = self.need(block, key)
        if not isinstance(inner, dict) or not inner.get("id") or not inner.get("en"):
            raise self.fault(block, f"{key} needs id and en")
        return Bilingual(id=str(inner["id"]), en=str(inner["en"]))

    def optional_text(self, block: Block, key: str) -> Bilingual | None:
        return None if block.get(key) is None else self.text(block, key)

    def confidence(self, block: Block) -> Confidence:
        value = self.need(block, "confidence")
        if value not in tuple(Confidence):
            raise self.fault(block, f"unknown word {value!r} in confidence")
        return Confidence(value)

    def period(self, block: Block) -> Period:
        return Period(start=self._day(block, "from"), end=self._day(block, "to"))

    def _day(self, block: Block, key: str) -> date | None:
        value = block.get(key)
        try:
            return None if value is None else date.fromisoformat(str(value))
        except ValueError:
            raise self.fault(block, f"{key}: not a date {value!r}") from None

    def statuses(self, block: Block) -> frozenset[SubjectStatus]:
        names = self._expand(block.get("for") or [])
        for name in names:
            if name not in tuple(SubjectStatus):
                raise self.fault(block, f"unknown word {name!r} in for")
        return frozenset(SubjectStatus(name) for name in names)

    def _expand(self, value: Any) -> list[str]:
        found: list[str] = []
        for name in value if isinstance(value, list) else [value]:
            word = ("true" if name else "false") if isinstance(name, bool) else str(name)
            found += self.sets.get(word, (word,))
        return found

    def when(self, block: Block) -> tuple[Condition, ...]:
        conditions = []
        for name, value in (block.get("when") or {}).items():
            if name == yamlfile.LINE:
                continue
            if name not in FIELDS:
                raise self.fault(block["when"], f"unknown word {name!r} in when")
            words = self._expand(value)
            for word in words:
                if word not in FIELDS[name].values:
                    raise self.fault(block["when"], f"unknown word {word!r} for {name}")
            text = f"{name}: {' | '.join(sorted(set(words), key=FIELDS[name].values.index))}"
            conditions.append(Condition(field=name, values=frozenset(words), text=text))
        return tuple(conditions)

    def citations(self, block: Block) -> tuple[Citation, ...]:
        found = []
        for item in block.get("citations") or []:
            self.check(item, "citation")
            found.append(
                Citation(
                    instrument=str(self.need(item, "instrument")),
                    article=str(self.need(item, "article")),
                    confidence=self.confidence(item),
                    period=self.period(item),
                    statuses=self.statuses(item),
                )
            )
        return tuple(found)

    def exemptions(self, block: Block) -> tuple[Exemption, ...]:
        found = []
        for item in block.get("unless") or []:
            self.check(item, "exception")
            found.append(
                Exemption(
                    id=str(self.need(item, "id")),
                    title=self.text(item, "title"),
                    when=self.when(item),
                    period=self.period(item),
                    citations=self.citations(item),
                    unless=self.exemptions(item),
                    line=item[yamlfile.LINE],
                )
            )
        return tuple(found)

    def sanction(self, block: Block) -> Sanction:
        self.check(block, "sanction")
        name = self.need(block, "class")
        if name not in tuple(SanctionClass):
            raise self.fault(block, f"unknown word {name!r} in class")
        return Sanction(
            sanction_class=SanctionClass(name),
            options=tuple(Bilingual(id=item["id"], en=item["en"]) for item in block.get("options") or []),
            statuses=self.statuses(block),
            prison_months=_pair(block.get("prison_months")),
            fine_idr=_pair(block.get("fine_idr")),
            note=self.optional_text(block, "note"),
        )

    def route(self, block: Block) -> Route:
        self.check(block, "route")
        codes = {}
        for key in ("receives", "forwards_to", "decides"):
            codes[key] = self.need(block, key)
            if codes[key] not in tuple(BodyCode):
                raise self.fault(block, f"unknown word {codes[key]!r} in {key}")
        return Route(
            receives=BodyCode(codes["receives"]),
            forwards_to=BodyCode(codes["forwards_to"]),
            decides=BodyCode(codes["decides"]),
            period=self.period(block),
        )


def _pair(value: Any) -> tuple[int, int] | None:
    return None if value is None else (int(value[0]), int(value[1]))
