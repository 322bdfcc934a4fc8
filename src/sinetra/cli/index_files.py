"""What ``sinetra index compute`` is given: a region of the catalogue's facts, or units in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sinetra.cli.json_input import read_json
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.facts import Signal, load_facts
from sinetra.core.index.inputs import Unit, Value
from sinetra.core.index.result import Result
from sinetra.core.index.unit_file import parse_units

_REGION = re.compile(r"\d\d(\.\d+)*")
_NO_FACTS = gettext_noop(
    "%(field)s: belum ada fakta yang diumumkan tentang %(value)s; yang diterima: %(accepted)s, atau nama berkas"
)
_UNREADABLE = gettext_noop("%(file)s tidak dapat dibaca: %(reason)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``only``: the unit to show of those that are computed. ``signals`` by code: what other bodies said.
    ``derived_from``: the published count behind an indicator that is derived, by code and indicator."""

    units: tuple[Unit, ...]
    day: date
    only: str | None = None
    signals: dict[str, tuple[Signal, ...]] = field(default_factory=dict)
    derived_from: dict[str, dict[str, Value]] = field(default_factory=dict)

    def basis(self, code: str) -> dict[str, Value]:
        """The sourced number behind each indicator of a unit that has one."""
        given = next(dict(unit.values) for unit in self.units if unit.code == code)
        return given | self.derived_from.get(code, {})

    def shown(self, result: Result) -> Result:
        if self.only is None:
            return result
        return replace(result, units=tuple(unit for unit in result.units if unit.code == self.only))


def read_units(given: str, configuration: Configuration, day: date | None) -> Asked:
    """Errors: ``BadInput`` naming the field, for a file also its place in it."""
    if _REGION.fullmatch(given) and not Path(given).exists():
        return _of_region(given, configuration, day)
    if given.endswith((".yaml", ".yml")):
        found = parse_units(_yaml(Path(given)), day)
    else:
        found = parse_units(read_json(given), day)
    return Asked(units=found.units, day=found.day or _today())


def _of_region(code: str, configuration: Configuration, day: date | None) -> Asked:
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.core.clock.timetables import load_timetables

    facts = load_facts(ROOT, configuration)
    codes = tuple(sheet.code for sheet in facts.sheets)
    if code not in codes:
        raise BadInput(_NO_FACTS, field="REGION", value=code, accepted=codes)
    cutoff = day or facts.day
    return Asked(
        units=facts.units(load_timetables(ROOT, own_folder()), configuration, cutoff),
        day=cutoff,
        only=code,
        signals={sheet.code: sheet.signals for sheet in facts.sheets},
        derived_from={sheet.code: sheet.derived(configuration, cutoff) for sheet in facts.sheets},
    )


def _today() -> date:
    """The legal date, where neither the caller nor the file names a cut-off."""
    from sinetra.cli.main import set_up_django

    # The legal date may be shifted by a setting.
    set_up_django()
    from sinetra.ports.clock import today

    return today()


def _yaml(path: Path) -> Any:
    import yaml

    from sinetra.core import yamlfile

    try:
        return _with_on(yamlfile.plain(yamlfile.read(path)))
    except OSError as error:
        raise BadInput(_UNREADABLE, field="FILE", file=path, reason=error.strerror) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = f"YAML, {mark.line + 1}:{mark.column + 1}" if mark is not None else "YAML, UTF-8"
        raise BadInput(_UNREADABLE, field="FILE", file=path, reason=reason) from error


def _with_on(value: Any) -> Any:
    """In YAML 1.1 the name of a field ``on`` without quotes is read as true."""
    if isinstance(value, dict):
        return {"on" if name is True else name: _with_on(inner) for name, inner in value.items()}
    return [_with_on(inner) for inner in value] if isinstance(value, list) else value
