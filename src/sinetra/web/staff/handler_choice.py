"""Who may take a matter, and beside them, not to be chosen, who has to step aside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from sinetra.apps.accounts.models import User


class HandlerSelect(forms.Select):
    """``aside``: values of the options that stand there disabled."""

    aside: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **more: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **more)
        if str(value) in self.aside:
            option["attrs"]["disabled"] = True
        return option


def offer_handlers(field: Any, free: Iterable[User], aside: Iterable[User]) -> None:
    """Fills a ``ModelChoiceField`` with a ``HandlerSelect``. Whoever steps aside is named without the reason: that is
    nobody's business but theirs."""
    free, aside = list(free), list(aside)
    field.queryset = User.objects.filter(pk__in=[user.pk for user in free]).order_by("name")
    field.widget.aside = frozenset(str(user.pk) for user in aside)
    field.widget.choices = [
        *field.widget.choices,
        *((str(user.pk), _("%(name)s (harus menyingkir: berkepentingan)") % {"name": user.name}) for user in aside),
    ]
