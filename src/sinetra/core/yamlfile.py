"""Reading catalogue YAML with the line of every block, so that a mistake can be shown at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

LINE = "__line__"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Dates stay text (ISO 8601), every mapping carries its line under ``__line__``, a repeated key is an error."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"repeated key {key.value!r}", key.start_mark)
            seen.add(key.value)
        mapping: dict[str, Any] = super().construct_mapping(node, deep)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


def plain(value: Any) -> Any:
    """What was read, without the lines."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != LINE}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def read(path: Path) -> Any:
    """The document in ``path``: mappings with ``__line__``, lists, text, numbers.

    Errors: ``yaml.YAMLError`` names line and column, ``OSError`` when it cannot be read.
    """
    with path.open(encoding="utf-8") as handle:
        return yaml.load(handle, Loader=_Loader)  # noqa: S506 - derived from the safe loader
