"""One mapping of a catalogue file, read field by field with the place of a mistake in the message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop

_NO_YAML = gettext_noop("%(place)s: bukan YAML yang utuh dalam UTF-8")
_WRONG = gettext_noop("%(place)s: isian %(field)s keliru; yang diterima: %(accepted)s")


class Block:
    """A mapping with its file and line. Every field must be taken; :meth:`close` refuses what is left over."""

    def __init__(self, data: object, path: Path) -> None:
        self._data: dict[str, Any] = dict(data) if isinstance(data, dict) else {}
        self._path = path
        self._line = self._data.pop(yamlfile.LINE, 1)
        if not isinstance(data, dict):
            raise self.wrong("-", ("mapping",))

    @classmethod
    def read(cls, path: Path) -> Block:
        """Errors: BadInput, also for a file that is no YAML in UTF-8."""
        try:
            return cls(yamlfile.read(path), path)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            place = f"{path.name}:{mark.line + 1}" if mark is not None else path.name
            raise BadInput(_NO_YAML, field=path.name, accepted=("YAML",), place=place) from error

    def wrong(self, field: str, accepted: tuple[str, ...]) -> BadInput:
        return BadInput(_WRONG, field=field, accepted=accepted, place=f"{self._path.name}:{self._line}")

    def take(self, field: str) -> Any:
        return self._data.pop(field, None)

    def text(self, field: str, default: str | None = None) -> str:
        value = self.take(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, ("text",))
        return value

    def optional_text(self, field: str) -> str | None:
        return self.text(field, "") or None

    def whole(self, field: str, default: int | None = None) -> int:
        value = self.take(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(field, ("number",))
        return value

    def flag(self, field: str, *, default: bool = False) -> bool:
        value = self.take(field)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(field, ("true", "false"))
        return value

    def optional_flag(self, field: str) -> bool | None:
        return self.flag(field) if self._data.get(field) is not None else self.take(field)

    def day(self, field: str) -> date:
        try:
            return date.fromisoformat(self.text(field))
        except ValueError:
            raise self.wrong(field, ("YYYY-MM-DD",)) from None

    def optional_day(self, field: str) -> date | None:
        return self.day(field) if self._data.get(field) is not None else self.take(field)

    def confidence(self, field: str = "confidence") -> Confidence:
        return Confidence(self.one_of(field, tuple(Confidence)))

    def one_of(self, field: str, accepted: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(field, default)
        if value not in accepted:
            raise self.wrong(field, tuple(str(item) for item in accepted))
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.take(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(field, ("list of texts",))
        return tuple(value)

    def block(self, field: str) -> Block:
        found = self.optional_block(field)
        if found is None:
            raise self.wrong(field, ("mapping",))
        return found

    def optional_block(self, field: str) -> Block | None:
        value = self.take(field)
        return None if value is None else Block(value, self._path)

    def blocks(self, field: str) -> Iterator[Block]:
        for value in self.take(field) or []:
            yield Block(value, self._path)

    def named_blocks(self, field: str) -> Iterator[tuple[str, Block]]:
        value = self.take(field) or {}
        for name, inner in value.items():
            if name != yamlfile.LINE:
                yield str(name), Block(inner, self._path)

    def names(self) -> tuple[str, ...]:
        """The fields that were not taken yet."""
        return tuple(str(name) for name in self._data)

    def close(self) -> None:
        """Errors: BadInput when the block holds a field nobody asked for (mostly a misspelt name)."""
        if self._data:
            raise self.wrong(next(iter(self._data)), ("-",))
