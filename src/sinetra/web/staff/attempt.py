"""A verb tried with a form: what it refuses stands beside the field, with what was typed still there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import HttpRequest, QueryDict

from sinetra.core.errors import BadInput, Conflict
from sinetra.web.staff.accounts.words import refusal

T = TypeVar("T")


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is empty: then every field says what it misses."""
    return request.POST if request.method == "POST" else None


def attempt(form: forms.Form, act: Callable[[], T]) -> T | None:
    """None when the verb refused; then ``form`` has the reason. ``Forbidden`` goes on to its page."""
    try:
        return act()
    except BadInput as error:
        form.add_error(error.field if error.field in form.fields else None, refusal(error))
    except Conflict as error:
        form.add_error(None, refusal(error))
    return None
