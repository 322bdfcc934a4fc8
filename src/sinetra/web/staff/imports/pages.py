"""A file of an office's own table: choose it, see what would change, store it. Nothing is stored before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require, visible
from sinetra.apps.registry.imports import held_file
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.registry.tables.problems import BadRows
from sinetra.core.errors import BadInput
from sinetra.web import sealed
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import number_text, size_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Pair, Table
from sinetra.web.staff.imports.example import example
from sinetra.web.staff.imports.faults import faults_workbook
from sinetra.web.staff.imports.kinds import KINDS, FileKind, kinds_for
from sinetra.web.workbook import XLSX

MOST_BYTES = 10 * 1024 * 1024
FORM = "import_people"


class FileForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Isi berkas"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("XLSX atau CSV. Semuanya diperiksa dahulu; belum ada yang disimpan."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": gettext_lazy("Pilih berkas XLSX atau CSV."),
            "missing": gettext_lazy("Pilih berkas XLSX atau CSV."),
            "invalid": gettext_lazy("Pilih berkas XLSX atau CSV."),
            "empty": gettext_lazy("Berkas ini kosong."),
        },
    )

    def __init__(self, *given: Any, kinds: list[FileKind]) -> None:
        super().__init__(*given)
        field = self.fields["kind"]
        field.choices = [(kind.name, kind.word) for kind in kinds]  # type: ignore[attr-defined]
        field.initial = kinds[0].name

    def clean_file(self) -> held_file.HeldFile:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            text = _("Paling besar %s di halaman ini. Minta admin memakai perintah: sinetra import")
            raise forms.ValidationError(text % size_text(MOST_BYTES, get_language() or "id"))
        return held_file.HeldFile(name=file.name, content=file.read())


@staff("file.import")
@require_http_methods(["GET", "POST"])
def import_people(request: StaffRequest) -> HttpResponse:
    """POST with a file: what would change, or what is wrong."""
    kinds = kinds_for(request.actor)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*posted, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        kind, file = KINDS[form.cleaned_data["kind"]], form.cleaned_data["file"]
        try:
            return _preview(request, kind, file)
        except BadRows as error:
            return _refused(request, kind, file, error)
        except BadInput as error:
            form.add_error("file", in_words(error))
    context = {"form": form, "kinds": kinds, "notes": [note for kind in kinds for note in kind.notes]}
    return render(request, "staff/imports/choose.html", context | {"back": reverse(kinds[0].page)})


@staff("file.import")
@require_http_methods(["POST"])
def store_import(request: StaffRequest) -> HttpResponse:
    """The file that was looked at, checked once more: people may have changed meanwhile."""
    kind, token, file = _held(request)
    try:
        with held_file.on_disk(file) as path:
            done = kind.store(path, _office(request), request.actor)
    except BadRows as error:
        return _refused(request, kind, file, error)
    held_file.forget(token)
    text = _("Tersimpan: %(created)s baru, %(changed)s berubah, %(unchanged)s tetap.")
    messages.success(request, text % _numbers(done))
    return redirect(kind.page)


@staff("file.import")
@require_http_methods(["POST"])
def import_faults(request: StaffRequest) -> HttpResponse:
    """All problems of the file that was refused."""
    kind, _token, file = _held(request)
    try:
        with held_file.on_disk(file) as path:
            kind.preview(path, _office(request), request.actor)
    except BadRows as error:
        return download(faults_workbook(error), XLSX, _("kesalahan-%s.xlsx") % kind.name)
    raise BadInput(_("Berkas ini tidak lagi salah. Kirim sekali lagi untuk menyimpannya."), field="file")


@staff("file.import")
def import_example(request: StaffRequest, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    require(request.actor, KINDS[kind].action)
    units = visible(request.actor, Unit).filter(organisation_id=request.actor.office).order_by("code")
    return download(example(KINDS[kind], list(units.values_list("code", "name"))), XLSX, f"contoh-{kind}.xlsx")


def _preview(request: StaffRequest, kind: FileKind, file: held_file.HeldFile) -> HttpResponse:
    with held_file.on_disk(file) as path:
        found = kind.preview(path, _office(request), request.actor)
    numbers = _numbers(found)
    pairs = [
        Pair(term=_("Berkas"), value=f"“{file.name}”"),
        Pair(term=_("Baris dibaca"), value=numbers["read"]),
        Pair(term=_("Baru"), value=numbers["created"]),
        Pair(term=_("Berubah"), value=numbers["changed"]),
        Pair(term=_("Tetap"), value=numbers["unchanged"]),
    ]
    changes = found.created + found.changed
    context = {"kind": kind, "pairs": pairs, "read": found.read, "changes": changes}
    return render(request, "staff/imports/preview.html", context | _state(request, kind, file))


def _refused(request: StaffRequest, kind: FileKind, file: held_file.HeldFile, error: BadRows) -> HttpResponse:
    table = Table(
        caption=_("Yang salah, menurut baris"),
        columns=[Column(text=_("Baris"), number=True), Column(text=_("Kolom")), Column(text=_("Yang salah"))],
        rows=[[Cell(text=p.row), Cell(text=p.column), Cell(text=p.what())] for p in error.problems],
        empty_title="",
        empty_text="",
    )
    context = {"kind": kind, "name": file.name, "table": table, "total": error.total, "shown": len(error.problems)}
    return render(request, "staff/imports/refused.html", context | _state(request, kind, file), status=error.status)


def _state(request: StaffRequest, kind: FileKind, file: held_file.HeldFile) -> dict[str, Any]:
    token = held_file.hold(file, owner=_person(request))
    return {"state": sealed.seal(FORM, {"kind": kind.name, "token": token.hex})}


def _held(request: StaffRequest) -> tuple[FileKind, UUID, held_file.HeldFile]:
    state = sealed.unseal(FORM, request.POST.get("state", ""), seconds=held_file.MINUTES * 60)
    token = UUID(hex=state["token"])
    return KINDS[state["kind"]], token, held_file.held(token, owner=_person(request))


def _person(request: StaffRequest) -> UUID:
    """Only persons have sessions."""
    return request.actor.user_id or UUID(int=0)


def _office(request: StaffRequest) -> Organisation:
    return visible(request.actor, Organisation).get(pk=request.actor.office)


def _numbers(found: Imported) -> dict[str, str]:
    language = get_language() or "id"
    names = ("read", "created", "changed", "unchanged")
    return {name: number_text(getattr(found, name), language) for name in names}
