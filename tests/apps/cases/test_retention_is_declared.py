"""Of every text of a matter it is said whether it stays, and every length of the catalogue has its rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import models

from sinetra.apps.base.retention import periods, registered_rules
from sinetra.apps.base.row import Row
from sinetra.apps.cases.erasure.parts import PARTS, STAYS, tables


def unsaid(of: Callable[[], tuple[type[Row], ...]] = tables) -> list[str]:
    """Texts, lists and names of files in tables of a matter of which nobody has said whether they stay."""
    found = []
    for model in of():
        label = model._meta.label_lower
        part = PARTS.get(label)
        if label in STAYS or (part and part.whole):
            continue
        said = {*(part.files if part else ()), *((part.emptied or {}) if part else ())}
        for field in model._meta.concrete_fields:
            told = isinstance(field, models.TextField | models.JSONField)
            told |= isinstance(field, models.CharField) and not field.choices and (field.max_length or 0) > 40
            if told and field.name not in said and f"{label}.{field.name}" not in STAYS:
                found.append(f"{label}.{field.name}")
    return found


def test_every_text_of_a_matter_says_whether_it_stays() -> None:
    assert unsaid() == []


def test_a_text_of_which_nobody_spoke_is_found() -> None:
    class Planted(Row):
        matter: Any = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="+")
        remark: Any = models.TextField()

        class Meta:
            app_label = "cases"
            managed = False

    try:
        assert unsaid(lambda: (Planted,)) == ["cases.planted.remark"]
    finally:
        del apps.all_models["cases"]["planted"]
        apps.clear_cache()


def test_every_rule_stands_in_the_catalogue_and_every_length_there_has_its_rule() -> None:
    own = {rule.id for rule in periods() if not rule.goes_with}
    assert own == registered_rules()
    assert all(rule.goes_with in own for rule in periods() if rule.goes_with)


def test_the_page_of_questions_says_the_days_of_the_catalogue() -> None:
    from sinetra.apps.advice.vocabulary import KEPT

    assert {periods().get(name).days for name in ("advice.questions", "advice.mediations")} == {KEPT.days}
