"""Typed settings from the environment: every problem is found at once, and ``NAME_FILE`` may hold a secret."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sinetra.ports.net_addresses import Network, networks


class BadSettings(SystemExit):
    """All wrong settings, one a line; the process ends with 2."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(2)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(self.problems)


class Environment:
    """Reads ``SINETRA_…`` values and collects what is wrong with them; ``finish`` raises with the whole list."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = os.environ if values is None else values
        self._problems: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        """The value, or the content of the file that ``NAME_FILE`` names (Docker and systemd secrets)."""
        file_name = self._values.get(f"{name}_FILE")
        if not file_name:
            return self._values.get(name) or default
        try:
            return Path(file_name).read_text(encoding="utf-8").strip()
        except OSError as error:
            self._problems.append(f"{name}_FILE: {file_name}: {error.strerror}")
            return default

    def path(self, name: str, default: Path) -> Path:
        return Path(self.text(name, str(default))).expanduser().resolve()

    def choice(self, name: str, accepted: Sequence[str], default: str) -> str:
        value = self.text(name, default)
        if value not in accepted:
            self._problems.append(f"{name}: {value!r}; accepted values: {', '.join(accepted)}")
        return value

    def integer(self, name: str, default: int, *, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if value.isdecimal() and low <= int(value) <= high:
            return int(value)
        self._problems.append(f"{name}: {value!r}; accepted values: a whole number from {low} to {high}")
        return default

    def boolean(self, name: str, *, default: bool) -> bool:
        value = self.text(name, "1" if default else "0").lower()
        if value not in {"0", "1", "true", "false"}:
            self._problems.append(f"{name}: {value!r}; accepted values: 0, 1, true, false")
        return value in {"1", "true"}

    def day(self, name: str) -> date | None:
        value = self.text(name)
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._problems.append(f"{name}: {value!r}; accepted values: a date as 2024-11-22")
            return None

    def networks(self, name: str) -> tuple[Network, ...]:
        """Addresses and networks, with commas between."""
        value = self.text(name)
        try:
            return networks(value.split(","))
        except ValueError:
            self._problems.append(f"{name}: {value!r}; accepted values: networks as 10.1.0.0/16, with commas")
            return ()

    def problem(self, text: str) -> None:
        self._problems.append(text)

    def finish(self) -> None:
        if self._problems:
            raise BadSettings(self._problems)
