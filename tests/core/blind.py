"""Whether modules that decide about people reach rows that they must not read.

Two ways are looked at: a word in the source that reaches the table (its model, its table, what points at it), and an
import, direct or through any other module, of one that does. Where models are declared and policies registered, nothing
is read, so those are passed through by nobody.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Blind:
    """``folders`` (or single modules) must not reach what ``reaches`` finds. ``declares``: modules that name the models
    and read no row."""

    folders: tuple[str, ...]
    reaches: re.Pattern[str]
    declares: re.Pattern[str]

    def readers(self, root: Path) -> list[str]:
        """Modules of ``folders`` under ``root`` that reach it, with how."""
        modules = {path.relative_to(root).as_posix(): path for path in root.rglob("*.py")}
        text = {name: path.read_text(encoding="utf-8") for name, path in modules.items()}
        tainted = {
            name for name, source in text.items() if self.reaches.search(source) and not self.declares.match(name)
        }

        @cache
        def imports(name: str) -> frozenset[str]:
            return frozenset(found for module in _imported(text[name]) for found in _files(module, modules))

        found = []
        for name in sorted(modules):
            if not name.startswith(tuple(f"{folder}/" for folder in self.folders)) and name not in self.folders:
                continue
            if name in tainted:
                found.append(f"{name} itself")
                continue
            seen, waiting = {name}, [name]
            while waiting:
                for other in imports(waiting.pop()):
                    if other in tainted:
                        found.append(f"{name} by {other}")
                    if other not in seen and not self.declares.match(other):
                        seen.add(other)
                        waiting.append(other)
        return found


def _imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name.startswith("sinetra.")}


def _files(module: str, modules: dict[str, Path]) -> list[str]:
    base = module.removeprefix("sinetra.").replace(".", "/")
    return [name for name in (f"{base}.py", f"{base}/__init__.py") if name in modules]
