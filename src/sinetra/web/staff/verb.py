"""One verb of a matter as its page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.models import Matter
from sinetra.web.parts import Pair


class NoForm(forms.Form):
    """A verb that needs nothing but the decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """``run(matter, actor, values)`` does it. ``consequences`` and ``pairs`` are told before; ``stop`` colours the
    button."""

    button: str | Promise
    title: str | Promise
    consequences: tuple[str | Promise, ...]
    run: Callable[[Matter, Actor, dict[str, Any]], object]
    form: type[forms.Form] = NoForm
    stop: bool = False
    pairs: Callable[[Matter], list[Pair]] = lambda matter: []
