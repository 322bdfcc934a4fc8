"""JSON from a file or from stdin, and one clear line for what is wrong with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sinetra.core.errors import BadInput, gettext_noop

T = TypeVar("T")


def read_json(name: str) -> Any:
    """``-`` reads stdin. Errors: ``BadInput`` for what cannot be read, is no JSON or gives a key twice."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_without_repeats)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="FILE", file=name, reason=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            gettext_noop("%(file)s bukan teks UTF-8 (bita ke-%(place)s)"), field="FILE", file=name, place=error.start
        ) from error
    except json.JSONDecodeError as error:
        raise BadInput(
            gettext_noop("%(file)s bukan JSON: baris %(line)s, kolom %(column)s: %(reason)s"),
            field="FILE",
            file=name,
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from error
    except ValueError as error:
        # Python refuses a number of more than 4300 digits.
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="FILE", file=name, reason=error
        ) from error
    except RecursionError as error:
        raise BadInput(gettext_noop("%(file)s bertingkat terlalu dalam"), field="FILE", file=name) from error


def answer_each(given: Any, answer: Callable[[Any], T]) -> list[T]:
    """``answer`` to one object, or to each of a list in its order.

    Errors: ``BadInput``, of a list naming the index of the first bad item, so that nothing is printed.
    """
    if not isinstance(given, list):
        return [answer(given)]
    return [_answer_at(index, item, answer) for index, item in enumerate(given)]


def _answer_at(index: int, item: Any, answer: Callable[[Any], T]) -> T:
    try:
        return answer(item)
    except BadInput as error:
        raise BadInput(
            gettext_noop("Butir [%(index)s]: %(reason)s"),
            field=error.field,
            accepted=error.accepted,
            code=error.code,
            index=index,
            reason=error,
        ) from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a key given twice JSON readers keep the last; a fact must not get lost that way."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(gettext_noop("Isian %(field)s tertulis dua kali"), field=key)
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise BadInput(gettext_noop("Nilai %(value)s bukan JSON"), field="FILE", value=name)
