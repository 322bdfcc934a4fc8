"""The small language in which the patterns of ``catalogue/press/*.yaml`` are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sinetra.core.press.verbs import listed

_GAP = re.compile(r"<\.\.(\d+)>")
_VERB = re.compile(r"<V:([a-z|]+)>")
_PAIR = re.compile(r"<&(,)?(\d+) ([A-Z_]+) ([A-Z_]+)>")
_CLAUSE_GAP = re.compile(r"<,(\d+)>")
_PLAIN_GAP = re.compile(r"<~(\d+)>")
# "Meminta pegawai tidak memilih" calls on nobody to vote: such a gap holds no negation.
_NEGATED = (
    r"(?![^\S\n](?:(?:tidak|tak|jangan)(?![^\S\n](?:lupa|hanya|cuma|saja|segan|ragu))|bukan|netral|menjauh|menjauhi"
    r"|menghindar|menghindari|menolak|tolak|menjaga|melaporkan|mengawasi|mencegah|jaga|jauhi|hindari|waspada|cermati"
    r"|mencermati|memantau|mengawal|mengamankan|lapor|tanpa|belum)\b)"
)
_MACRO = re.compile(r"<([A-Z_]+)>")
# Cleaning leaves one blank where several stood.
_BLANK = r"[^\S\n]{1,3}"
_SPACES = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| +(\?)?")
_PERHAPS = r"[^\S\n]{0,3}"


class Patterns:
    """Compiles patterns of one file: ``<NAME>`` is a macro, ``<..40>`` up to 40 signs of the same sentence, ``<~40>``
    such signs without a negation among them, ``<,40>`` such signs of one clause, ``<V:pasang|tempel>`` all forms of
    these verbs, ``<&60 ONE OTHER>`` two macros in either order with up to 60 signs between them, ``<&,60 ONE OTHER>``
    within one clause."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = macros

    def source(self, text: str) -> str:
        text = _PAIR.sub(_either_order, text)
        for _ in range(4):
            if not _MACRO.search(text):
                break
            text = _MACRO.sub(lambda match: f"(?:{self._macros[match[1]]})", text)
        text = _VERB.sub(lambda match: listed(match[1]), text)
        text = _GAP.sub(lambda match: rf"(?:[^.;!?\n]|\.(?=\S)){{0,{match[1]}}}?", text)
        text = _CLAUSE_GAP.sub(lambda match: rf"[^.,;:!?()\"\n]{{0,{match[1]}}}?", text)
        text = _PLAIN_GAP.sub(lambda match: rf"(?:{_NEGATED}(?:[^.;!?\n]|\.(?=\S))){{0,{match[1]}}}?", text)
        return _SPACES.sub(lambda match: match[1] or (_PERHAPS if match[2] else _BLANK), text)

    def compile(self, text: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self.source(text)})(?!\w)")


def _either_order(match: re.Match[str]) -> str:
    gap = f"(?:<{match[1] or '..'}{match[2]}>)"
    return f"(?:<{match[3]}>{gap}<{match[4]}>|<{match[4]}>{gap}<{match[3]}>)"


def alternatives(value: Any) -> str:
    return value if isinstance(value, str) else "|".join(str(item) for item in value)
