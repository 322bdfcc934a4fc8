"""Fields that the forms of prevention share: a day, an hour, several lines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lazy("Isi tanggalnya."),
            "invalid": _lazy("Tulis tanggal seperti 2024-11-20."),
        },
        **more,
    )


def hour_field(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _lazy("Tulis jam seperti 09:00.")},
        **more,
    )


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})
