"""Typed reading of one article of a gold file: every mistake names file, article, field and what is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from sinetra.core import yamlfile
from sinetra.core.errors import BadInput, gettext_noop

_TEXT = gettext_noop("teks atau null")
_LIST = gettext_noop("daftar atau null")


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping of the file and where it stands: ``gold.yaml: articles[3].place``."""

    file: str
    place: str
    values: Mapping[str, Any]

    def refuse(self, key: str, accepted: str) -> NoReturn:
        value = self.values.get(key)
        raise BadInput(
            gettext_noop("%(file)s, %(field)s: %(value)s tidak dapat dibaca. Yang diterima: %(wanted)s"),
            field=f"{self.place}.{key}",
            wanted=accepted,
            file=self.file,
            value=repr(yamlfile.plain(value)),
        )

    def named(self) -> frozenset[str]:
        return frozenset(self.values) - {yamlfile.LINE}

    def has(self, key: str) -> bool:
        return key in self.values

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, bool) or not isinstance(value, str | int):
            self.refuse(key, _TEXT)
        return str(value).strip()

    def needed(self, key: str) -> str:
        value = self.text(key)
        if value is None:
            self.refuse(key, gettext_noop("teks"))
        return value

    def choice(self, key: str, accepted: tuple[str, ...], default: str) -> str:
        value = self.text(key) or default
        if value not in accepted:
            self.refuse(key, ", ".join(accepted))
        return value

    def yes(self, key: str) -> bool | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, "true, false, null")
        return value

    def number(self, key: str) -> int | None:
        value = self.values.get(key)
        if isinstance(value, Mapping):
            value = value.get("value")
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.refuse(key, gettext_noop("bilangan bulat atau null"))
        return value

    def items(self, key: str) -> list[Any]:
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(key, _LIST)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.values.get(key)
        if isinstance(value, str):
            return (value.strip(),) if value.strip() else ()
        found = self.items(key)
        if not all(isinstance(item, str) and item.strip() for item in found):
            self.refuse(key, gettext_noop("daftar teks"))
        return tuple(item.strip() for item in found)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of files or ids; an id may be a number."""
        found = self.items(key)
        if any(isinstance(item, bool) or not isinstance(item, str | int) for item in found):
            self.refuse(key, gettext_noop("daftar teks"))
        return tuple(str(item).strip() for item in found)

    def block(self, key: str) -> Block:
        value = self.values.get(key)
        if value is None:
            value = {}
        if not isinstance(value, Mapping):
            self.refuse(key, gettext_noop("pasangan kunci dan nilai, atau null"))
        return Block(self.file, f"{self.place}.{key}", value)

    def blocks(self, key: str, *, name: str) -> list[Block]:
        """A list of mappings; a plain text stands for a mapping with ``name`` alone."""
        found = []
        for index, item in enumerate(self.items(key)):
            value = {name: item} if isinstance(item, str) else item
            if not isinstance(value, Mapping):
                self.refuse(key, gettext_noop("daftar teks, atau daftar pasangan kunci dan nilai"))
            found.append(Block(self.file, f"{self.place}.{key}[{index}]", value))
        return found
