"""What is read once a process, when first asked for: the catalogue, and what this installation adds to it.

Timetables and holidays that were imported lie in the data folder; a file that changes there is read again at the
next question, so that no process goes on counting by an older calendar than its neighbour. A file that cannot be
read there stops no page: the process goes on with what it has, and says so in its log; ``sinetra check`` names it.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.conf import settings

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput

if TYPE_CHECKING:
    from sinetra.core.clock import Clock
    from sinetra.core.law import Rulebook
    from sinetra.core.law.case_norms import CaseOfNorm
    from sinetra.core.press import Lexicon
    from sinetra.core.prevention.question_words import QuestionWords
    from sinetra.core.transfers import TransferRules


T = TypeVar("T")
log = logging.getLogger("sinetra.catalogue")
_LAW = (
    "instruments.yaml",
    "conflicts.yaml",
    "norms/*.yaml",
    "deadlines/*.yaml",
    "calendars/*.yaml",
    "timetables/*.yaml",
)


def own_folder() -> Path:
    """What lies here beside the catalogue, in folders of the same names."""
    return Path(settings.SINETRA_DATA)


Stamp = tuple[tuple[str, int, int], ...]


def _stamp(own: Path) -> Stamp:
    """Which files of the installation's own there are, and when each was written."""
    found = []
    for name in ("calendars", "timetables"):
        try:
            with os.scandir(f"{own}/{name}") as files:
                found += [(f.path, f.stat().st_mtime_ns, f.stat().st_size) for f in files if f.name.endswith(".yaml")]
        except FileNotFoundError:
            continue
    return tuple(sorted(found))


_before: dict[str, Any] = {}


def _or_the_one_before(name: str, read: Callable[[], T]) -> T:
    """What is read now. Errors: ``BadInput``, when nothing was ever read."""
    try:
        found = read()
    except BadInput as error:
        if name not in _before:
            raise
        log.error("%s: kept what was read before: %s", name, error)
        return cast("T", _before[name])
    _before[name] = found
    return found


def rulebook() -> Rulebook:
    """All norms, compiled. Errors: those of a faulty catalogue, with file and line."""
    own = own_folder()
    return _rulebook(own, _stamp(own))


@lru_cache(maxsize=1)
def _rulebook(own: Path, stamp: Stamp) -> Rulebook:
    from sinetra.core.law import load_rulebook

    del stamp
    return _or_the_one_before("rulebook", lambda: load_rulebook(ROOT, own))


def rulebook_digest() -> str:
    """SHA-256 over every file of law that ``rulebook()`` is read from: the same digest, the same answers."""
    own = own_folder()
    return _digest(own, _stamp(own))


@lru_cache(maxsize=1)
def _digest(own: Path, stamp: Stamp) -> str:
    del stamp
    found = hashlib.sha256()
    for root in (ROOT, own):
        for path in sorted(path for name in _LAW for path in root.glob(name)):
            content = path.read_bytes()
            found.update(f"{path.relative_to(root)}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


@cache
def engine_version() -> str:
    """Of this package; empty where it was not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sinetra")
    except PackageNotFoundError:
        return ""


@cache
def _cases_by_norm() -> Mapping[str, tuple[CaseOfNorm, ...]]:
    from sinetra.core.law.case_norms import cases_by_norm
    from sinetra.core.law.case_reader import load_cases

    return cases_by_norm(rulebook(), load_cases(ROOT, rulebook().instruments))


def cases_of(norm: str) -> tuple[CaseOfNorm, ...]:
    """The real cases whose facts meet the norm or are excepted from it."""
    return _cases_by_norm().get(norm, ())


def clock() -> Clock:
    """Calendars, deadline rules and timetables."""
    own = own_folder()
    return _clock(own, _stamp(own))


@lru_cache(maxsize=1)
def _clock(own: Path, stamp: Stamp) -> Clock:
    from sinetra.core.clock import load_clock

    del stamp
    return _or_the_one_before("clock", lambda: load_clock(ROOT, own))


def transfer_rules() -> TransferRules:
    """The rules on replacing officials, with the timetables of this installation."""
    own = own_folder()
    return _transfer_rules(own, _stamp(own))


@lru_cache(maxsize=1)
def _transfer_rules(own: Path, stamp: Stamp) -> TransferRules:
    from sinetra.core.transfers import load_transfer_rules

    del stamp
    return _or_the_one_before("transfer_rules", lambda: load_transfer_rules(ROOT, own))


@cache
def lexicon() -> Lexicon:
    """The words of the press reader."""
    from sinetra.core.press import load_lexicon

    return load_lexicon(ROOT)


@cache
def question_words() -> QuestionWords:
    """The scenes and words that questions of the bank are made of."""
    from sinetra.core.prevention.question_words import load_question_words

    return load_question_words(ROOT)
