"""A letter is drafted or its draft rewritten: what is known of the matter is filled in already."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.write_letter import require_draft, rewrite_letter, write_letter
from sinetra.apps.cases.clarification.reads import clarification
from sinetra.apps.cases.letters.choices import with_choices
from sinetra.apps.cases.letters.compose import form_note
from sinetra.apps.cases.letters.draft import Draft, signature_of
from sinetra.apps.cases.letters.facts import people_of, shown_people
from sinetra.apps.cases.letters.house import house_of
from sinetra.apps.cases.letters.house import letters as catalogue
from sinetra.apps.cases.letters.kept import draft_of
from sinetra.apps.cases.letters.offered import require_fit
from sinetra.apps.cases.letters.proposed import proposed
from sinetra.apps.cases.letters.reads import document, kind_of, matter_of
from sinetra.apps.cases.models import Examination, IssuedDocument, Matter
from sinetra.core.casework.letters import LetterKind
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.letters.forms import LetterForm, letter_initial, said
from sinetra.web.staff.letters.law_notes import law_notes, law_pairs
from sinetra.web.staff.letters.words import form_words


@staff("document.write")
@require_http_methods(["GET", "POST"])
def new_letter(request: StaffRequest, pk: UUID, name: str) -> HttpResponse:
    """``?ganti=``: the version that this one is to take the place of; ``?klarifikasi=``: what fills it in;
    ``?pemeriksaan=``: whose examination it is about, at a receiver."""
    matter, kind = matter_of(request.actor, pk), catalogue().get(name)
    replaced = _replaced(request, matter, kind)
    examination = replaced.examination if replaced else _examination(request, matter, kind)
    require_fit(kind, matter, examination)
    draft = draft_of(replaced) if replaced else _proposed(request, matter, kind, examination)
    form = _form(request, matter, kind, draft, examination)
    if form.is_valid():
        draft, actor = form.draft(), request.actor
        made = attempt(
            form,
            lambda: write_letter(
                matter=matter, form=name, draft=draft, actor=actor, examination=examination, replaces=replaced
            ),
        )
        if made is not None:
            messages.success(request, _("Konsep disimpan. Periksa isinya, lalu beri nomor."))
            return redirect("letter", pk=made.pk)
    back = Link(text=_("Surat"), url=reverse("letters", args=[pk]))
    return _page(request, form, matter, kind, back, examination)


@staff("document.write")
@require_http_methods(["GET", "POST"])
def edit_letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    require_draft(row, row.version)
    kind = kind_of(row)
    form = _form(request, row.matter, kind, draft_of(row), row.examination)
    # That which was read: of two who edit one draft, the second is told.
    form.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=row.version)
    if form.is_valid():
        draft, version, actor = form.draft(), form.cleaned_data["version"], request.actor
        if attempt(form, lambda: rewrite_letter(document=row, version=version, draft=draft, actor=actor)) is not None:
            messages.success(request, _("Konsep disimpan. Periksa isinya, lalu beri nomor."))
            return redirect("letter", pk=pk)
    back = Link(text=said(kind.title), url=reverse("letter", args=[pk]))
    return _page(request, form, row.matter, kind, back, row.examination)


def _examination(request: StaffRequest, matter: Matter, kind: LetterKind) -> Examination | None:
    """Without one in the address: that of the only person it can be about. Errors: ``NotFound``."""
    if not kind.stages:
        return None
    rows = visible(request.actor, Examination).filter(matter=matter).order_by("place")
    try:
        given = request.GET.get("pemeriksaan", "")
        found = list(rows.filter(pk=UUID(given)) if given else rows[:2])
    except ValueError:
        found = []
    if len(found) != 1:
        raise NotFound(gettext_noop("Pemeriksaan ini tidak ada, atau bukan untuk Anda."))
    return found[0]


def _proposed(request: StaffRequest, matter: Matter, kind: LetterKind, examination: Examination | None) -> Draft:
    """Errors: ``NotFound`` for a clarification of another matter."""
    given = request.GET.get("klarifikasi", "")
    if not given:
        return proposed(matter, kind, examination=examination)
    try:
        row = clarification(request.actor, UUID(given))
    except ValueError:
        row = None
    if row is None or row.matter_id != matter.pk:
        raise NotFound(gettext_noop("Klarifikasi ini tidak ada, atau bukan untuk Anda."))
    return proposed(matter, kind, row)


def _replaced(request: StaffRequest, matter: Matter, kind: LetterKind) -> IssuedDocument | None:
    """Errors: ``NotFound`` for a version of another letter or matter."""
    given = request.GET.get("ganti", "")
    if not given:
        return None
    try:
        row = document(request.actor, UUID(given))
    except ValueError:
        raise NotFound(_("Surat ini tidak ada, atau bukan untuk Anda.")) from None
    if (row.matter_id, row.kind) != (matter.pk, kind.id):
        raise NotFound(_("Surat ini tidak ada, atau bukan untuk Anda."))
    return row


def _form(
    request: StaffRequest, matter: Matter, kind: LetterKind, draft: Draft, examination: Examination | None
) -> LetterForm:
    house = house_of(matter.organisation_id)
    initial = letter_initial(draft, house, signature_of(house.signature))
    people = people_of(matter, kind) if examination is None else ()
    return LetterForm(posted(request), with_choices(kind, examination), people, initial=initial)


def _page(
    request: StaffRequest,
    form: LetterForm,
    matter: Matter,
    kind: LetterKind,
    back: Link,
    examination: Examination | None,
) -> HttpResponse:
    context = {
        "form": form,
        "title": said(kind.title),
        "lead": said(kind.help),
        "notes": [
            *([_("Tentang: %(person)s") % {"person": shown_people(matter)[examination.place]}] if examination else ()),
            *law_notes(kind, examination),
            form_words(form_note(kind, matter, examination)),
            _("Nomor, tanggal, tempat, dan perbuatan yang diduga diambil dari perkara."),
            _("Nama dan kata-kata pelapor tidak pernah ada di dalamnya; jangan menulisnya."),
        ],
        "pairs": law_pairs(kind, examination),
        "submit": _("Simpan konsep"),
        "back": back,
    }
    return render(request, "staff/prevention/form.html", context)
