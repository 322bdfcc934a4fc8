"""Covering parts of a picture: rectangles as numbers, or drawn where scripts run, and seen before they are kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.evidence.actions.mask_copy import mask_copy
from sinetra.apps.evidence.file_reads import file_view
from sinetra.apps.evidence.models import EvidenceCopy
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.core.evidence.mask import Box
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault

_ROWS, _OPEN = 12, 4
_SIDES = ("left", "top", "width", "height")


class BoxForm(forms.Form):
    left = forms.FloatField(label=_lazy("Dari kiri"), min_value=0, max_value=100, required=False)
    top = forms.FloatField(label=_lazy("Dari atas"), min_value=0, max_value=100, required=False)
    width = forms.FloatField(label=_lazy("Lebar"), min_value=0, max_value=100, required=False)
    height = forms.FloatField(label=_lazy("Tinggi"), min_value=0, max_value=100, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        said = [name for name in _SIDES if given.get(name) is not None]
        if said and len(said) < len(_SIDES) and not self.errors:
            missing = next(name for name in _SIDES if given.get(name) is None)
            self.add_error(missing, _("Isi keempat angka kotak ini, atau kosongkan semuanya."))
        elif said and not self.errors:
            try:
                given["box"] = Box(**{name: given[name] for name in _SIDES})
            except BadInput as error:
                self.add_error("width", in_words(error))
        return given


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_lazy("Apa yang disamarkan"),
        help_text=_lazy("Misalnya: wajah dua anak di kiri; nomor telepon. Tulis jenisnya saja, bukan nama orang."),
        max_length=300,
        error_messages={"required": _lazy("Tuliskan apa yang disamarkan.")},
    )


Boxes = forms.formset_factory(BoxForm, extra=0, max_num=_ROWS, absolute_max=_ROWS)


@staff("evidence.mask")
@require_http_methods(["GET", "POST"])
def mask_evidence(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = file_view(request.actor, pk)
    copy = view.cleaned
    if copy is None or not copy.width:
        raise NotFound(gettext_noop("Hanya salinan bersih dari gambar yang dapat disamarkan."))
    boxes, note = _forms(request, view.masked[0] if view.masked else None)
    if request.method == "POST":
        right = all((boxes.is_valid(), "preview" in request.POST or note.is_valid()))
        if right and "preview" not in request.POST and _made(request, copy, boxes, note):
            messages.success(request, _("Salinan tersamar dibuat. Aslinya tetap."))
            return redirect("evidence_file", pk=pk)
    context = {
        "view": view,
        "copy": copy,
        "boxes": boxes,
        "note": note,
        "drawn": [_points(box, copy) for box in _boxes(boxes)],
        "open": _OPEN,
        "more": any(form.errors or form.initial or form.has_changed() for form in boxes.forms[_OPEN:]),
        "faults": _faults(boxes, note),
        "back": reverse("evidence_file", args=[pk]),
    }
    return render(request, "staff/evidence/mask.html", context)


def _forms(request: StaffRequest, last: EvidenceCopy | None) -> tuple[Any, NoteForm]:
    """What was covered last time stands there again: covering more of it starts from there."""
    if request.method == "POST":
        note = NoteForm(request.POST) if "preview" not in request.POST else NoteForm(initial=request.POST.dict())
        return Boxes(request.POST, prefix="box"), note
    given = [dict(zip(_SIDES, box, strict=True)) for box in (last.boxes if last else [])][:_ROWS]
    empty: list[dict[str, float]] = [{} for _place in range(_ROWS - len(given))]
    return Boxes(initial=[*given, *empty], prefix="box"), NoteForm()


def _made(request: StaffRequest, copy: EvidenceCopy, boxes: Any, note: NoteForm) -> bool:
    try:
        said = note.cleaned_data["note"]
        mask_copy(cleaned=copy, boxes=_boxes(boxes), note=said, actor=request.actor)
    except BadInput as error:
        if error.field == "note":
            note.add_error("note", in_words(error))
        else:
            boxes.forms[0].add_error("left", in_words(error))
    except Conflict as error:
        note.add_error("note", in_words(error))
    else:
        return True
    return False


def _faults(boxes: Any, note: NoteForm) -> list[Fault]:
    if not boxes.is_bound:
        return []
    named = [(_("Kotak %(n)s") % {"n": place + 1}, form) for place, form in enumerate(boxes.forms)]
    if note.is_bound:
        named.append(("", note))
    return [
        Fault(field=bound.auto_id, message=" – ".join(filter(None, (head, str(bound.label), str(message)))))
        for head, form in named
        for bound in form.visible_fields()
        for message in bound.errors
    ]


def _boxes(boxes: Any) -> list[Box]:
    """Those that are right so far: also beside a wrong one the preview shows them."""
    if not boxes.is_bound:
        return [Box(**form.initial) for form in boxes.forms if form.initial]
    return [box for form in boxes.forms if (box := getattr(form, "cleaned_data", {}).get("box"))]


def _points(box: Box, copy: EvidenceCopy) -> tuple[str, str, str, str]:
    """In points of the picture, as the drawing on the page counts."""
    wide, high = copy.width / 100, copy.height / 100
    sides = (box.left * wide, box.top * high, box.width * wide, box.height * high)
    left, top, width, height = (f"{side:.1f}" for side in sides)
    return left, top, width, height
