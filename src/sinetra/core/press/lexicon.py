"""The words and patterns of the press reader, from ``catalogue/press/*.yaml``, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.timetables import Timetables, load_timetables
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.instruments import Instrument, load_instruments
from sinetra.core.press.patterns import Patterns, alternatives
from sinetra.core.press.regions import Gazetteer, load_gazetteer
from sinetra.core.press.rule_set import RuleSet
from sinetra.core.press.rules import read_rule


class Lexicon:
    """All of it, lazily: a file is read and its patterns are compiled when a rule first asks."""

    def __init__(self, catalogue: Path, regions: str = "") -> None:
        self.catalogue = catalogue
        self._regions = regions
        self._files: dict[str, Mapping[str, Any]] = {}
        self._patterns: dict[tuple[str, str], re.Pattern[str]] = {}
        self._raw: dict[tuple[str, str], re.Pattern[str]] = {}
        self._kinds: dict[tuple[str, str], re.Pattern[str]] = {}
        self._rules: dict[tuple[str, str], RuleSet] = {}
        self._sets: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        return load_instruments(self.catalogue)

    @cached_property
    def timetables(self) -> Timetables:
        return load_timetables(self.catalogue)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return load_gazetteer(self.catalogue, self.file("regions"), self._regions)

    def file(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            path = self.catalogue / "press" / f"{name}.yaml"
            try:
                self._files[name] = yamlfile.read(path)
            except (OSError, yaml.YAMLError) as error:
                raise BadInput(
                    gettext_noop("Leksikon pers %(file)s tidak dapat dibaca: %(reason)s"),
                    field=path.name,
                    file=path.name,
                    reason=error,
                ) from error
        return self._files[name]

    @cached_property
    def _macros(self) -> dict[str, str]:
        macros = {key: alternatives(value) for key, value in self.file("macros").items() if key != yamlfile.LINE}
        months = "|".join(map(str, self.months))
        weekdays = "|".join(map(str, self.weekdays))
        return macros | {"MONTH": months, "WEEKDAY": weekdays}

    @cached_property
    def months(self) -> Mapping[str, int]:
        return {str(name): number for name, number in self.file("dates")["months"].items() if name != yamlfile.LINE}

    @cached_property
    def weekdays(self) -> Mapping[str, int]:
        return {str(name): number for name, number in self.file("dates")["weekdays"].items() if name != yamlfile.LINE}

    @cached_property
    def acting(self) -> Mapping[str, str]:
        """The kind of each printed form: ``penjabat`` is ``pj``."""
        listed = self.file("offices")["acting"].items()
        return {str(name): str(kind) for kind, names in listed if kind != yamlfile.LINE for name in names}

    @cached_property
    def acting_names(self) -> frozenset[str]:
        return frozenset(self.acting)

    def pattern(self, file: str, key: str) -> re.Pattern[str]:
        """One named pattern (a text or a list of alternatives), compiled once."""
        if (file, key) not in self._patterns:
            text = alternatives(self.file(file)[key])
            self._patterns[file, key] = Patterns(self._macros).compile(text)
        return self._patterns[file, key]

    def raw(self, file: str, key: str) -> re.Pattern[str]:
        """One named pattern without word borders, over the lines of a page, ignoring case."""
        if (file, key) not in self._raw:
            text = "|".join(f"(?:{item})" for item in self.file(file)[key])
            self._raw[file, key] = re.compile(Patterns(self._macros).source(text), re.IGNORECASE)
        return self._raw[file, key]

    def kinds(self, file: str, key: str) -> re.Pattern[str]:
        """Named lists of patterns as one, over lines, ignoring case; ``match.lastgroup`` is the name that fits."""
        if (file, key) not in self._kinds:
            named = self.file(file)[key].items()
            parts = (f"(?P<{name}>{'|'.join(map(str, items))})" for name, items in named if name != yamlfile.LINE)
            self._kinds[file, key] = re.compile(Patterns(self._macros).source("|".join(parts)), re.IGNORECASE)
        return self._kinds[file, key]

    def rules(self, file: str, key: str = "rules") -> RuleSet:
        """The rules of a file in its order; a file with ``parts`` has those of its parts, under its own name."""
        if (file, key) not in self._rules:
            patterns = Patterns(self._macros)
            blocks = [block for part in self.file(file).get("parts", (file,)) for block in self.file(part)[key]]
            self._rules[file, key] = RuleSet([read_rule(file, block, patterns) for block in blocks])
        return self._rules[file, key]

    def words(self, file: str, key: str) -> frozenset[str]:
        """A list of words, in lower case."""
        if (file, key) not in self._sets:
            listed: Sequence[Any] = self.file(file)[key]
            split = (
                str(item).split() if " " in str(item) and key.endswith("_words") else [str(item)] for item in listed
            )
            self._sets[file, key] = frozenset(word.lower() for item in split for word in item)
        return self._sets[file, key]


def load_lexicon(catalogue: Path, *, regions: str = "") -> Lexicon:
    """The lexicon of a catalogue folder. Reading and compiling wait until they are needed.

    ``regions``: further rows ``code,name`` in the form of ``regions/wilayah.csv``, for texts of an invented region.
    Errors: ``BadInput`` on first use of a file that cannot be read.
    """
    if not (catalogue / "press").is_dir():
        raise BadInput(
            gettext_noop("Folder katalog %(file)s tidak memuat leksikon pers"), field="catalogue", file=str(catalogue)
        )
    return Lexicon(catalogue, regions)
