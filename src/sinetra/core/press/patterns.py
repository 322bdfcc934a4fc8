"""The small language in which the patterns of ``catalogue/press/*.yaml`` are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sinetra.core.press.verbs import listed

_GAP = re.compile(r"<\.\.(\d+)>")
_VERB = re.compile(r"<V:([a-z|]+)>")
_PAIR = re.compile(r"<&(\d+) ([A-Z_]+) ([A-Z_]+)>")
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
_SPACES = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| +(\??)")


class Patterns:
    """Compiles patterns of one file: ``<NAME>`` is a macro, ``<..40>`` up to 40 signs of the same sentence, ``<~40>``
    such signs without a negation among them, ``<V:pasang|tempel>`` all forms of these verbs, ``<&60 ONE OTHER>`` two
    macros in either order with up to 60 signs between them."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = macros

    def source(self, text: str) -> str:
        text = _PAIR.sub(r"(?:<\2>(?:<..\1>)<\3>|<\3>(?:<..\1>)<\2>)", text)
        for _ in range(4):
            if not _MACRO.search(text):
                break
            text = _MACRO.sub(lambda match: f"(?:{self._macros[match[1]]})", text)
        text = _VERB.sub(lambda match: listed(match[1]), text)
        text = _GAP.sub(lambda match: rf"(?:[^.;!?\n]|\.(?=\S)){{0,{match[1]}}}?", text)
        text = _PLAIN_GAP.sub(lambda match: rf"(?:{_NEGATED}(?:[^.;!?\n]|\.(?=\S))){{0,{match[1]}}}?", text)
        return _SPACES.sub(lambda match: match[1] or (f"(?:{_BLANK})?" if match[2] else _BLANK), text)

    def compile(self, text: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self.source(text)})(?!\w)")


def alternatives(value: Any) -> str:
    return value if isinstance(value, str) else "|".join(str(item) for item in value)
