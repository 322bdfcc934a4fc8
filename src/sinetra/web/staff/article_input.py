"""Ways into the press register: files, a pasted text, one address; and the page as it came, to take away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from sinetra.apps.base import policy
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.fetch_article import fetch_article
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Ingested, Unreadable, ingest_articles
from sinetra.apps.monitoring.models import Article
from sinetra.core import press
from sinetra.core.errors import BadInput
from sinetra.ports.fetch import FetchFailed
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault

MOST_FILES = 20


class AddForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Teks artikel"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Tempel seluruh halaman; skrip, iklan, dan tautan lain dibuang sendiri."),
    )
    title = forms.CharField(label=gettext_lazy("Judul"), required=False, max_length=300)
    outlet = forms.CharField(label=gettext_lazy("Media"), required=False, max_length=200)
    published = forms.DateField(
        label=gettext_lazy("Tanggal terbit"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Kata seperti “kemarin” dihitung dari tanggal ini."),
    )
    address = forms.URLField(
        label=gettext_lazy("Alamat halaman"),
        required=False,
        max_length=600,
        assume_scheme="https",
        help_text=gettext_lazy("Dicatat saja; halamannya tidak dibuka."),
    )


class AddressForm(forms.Form):
    address = forms.CharField(
        label=gettext_lazy("Alamat halaman berita"),
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text=gettext_lazy("Satu halaman, diawali https:// atau http://. Permintaan situs kepada robot dipatuhi."),
    )


@staff("article.ingest")
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    form = AddForm(request.POST or None)
    faults: list[Fault] = []
    if request.method == "POST" and form.is_valid():
        try:
            ingested = ingest_articles(captures=_captures(request, form.cleaned_data), actor=request.actor)
        except BadInput as error:
            several = error.faults if isinstance(error, Unreadable) else (error,)
            faults = [Fault(field="id_files", message=in_words(one)) for one in several]
        else:
            _say(request, ingested)
            return redirect("articles")
    context = {"form": form, "faults": faults, "most": MOST_FILES, "has_internet": settings.SINETRA_INTERNET}
    return render(request, "staff/articles/add.html", context)


@staff("article.ingest")
@require_http_methods(["GET", "POST"])
def fetch(request: StaffRequest) -> HttpResponse:
    """One address. Without internet the page says so and has no form."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            came = fetch_article(address=form.cleaned_data["address"], actor=request.actor)
        except (FetchFailed, BadInput) as error:
            form.add_error("address", in_words(error))
        else:
            _say(request, came)
            return redirect("article", pk=came.first.pk) if came.first else redirect("articles")
    context = {"form": form, "has_internet": settings.SINETRA_INTERNET}
    return render(request, "staff/articles/fetch.html", context)


@staff("article.capture")
def capture(request: StaffRequest, pk: UUID, number: int = 0) -> HttpResponse:
    """As it came, but never as a page: a name and a type that no browser and no desk opens as one.

    ``number``: of a further page of the article; 0 is the one that it came with.
    """
    article = selectors.article(request.actor, pk)
    policy.require(request.actor, "article.capture", article)
    found = selectors.article_page(request.actor, article, number) if number else article
    content = selectors.capture(found)
    ending = "html.txt" if found.media_type == "text/html" else "txt"
    return download(content, "application/octet-stream", f"tangkapan-{found.sha256[:12]}.{ending}")


def _captures(request: StaffRequest, typed: dict[str, object]) -> list[Capture]:
    files = request.FILES.getlist("files")
    if len(files) > MOST_FILES:
        raise BadInput(_("Paling banyak %(most)s berkas sekali kirim."), field="files", most=MOST_FILES)
    _check_sizes(files)
    captures = [Capture(name=file.name or "berkas", data=file.read()) for file in files]
    text = str(typed["text"])
    if text.strip():
        captures.append(_pasted(text, typed))
    if not captures:
        raise BadInput(_("Pilih berkas atau tempel teks artikelnya."), field="files")
    return captures


def _pasted(text: str, typed: dict[str, object]) -> Capture:
    day = typed["published"]
    return Capture(
        name=_("teks tempelan"),
        data=text.encode(),
        came_by=Article.Way.PASTED,
        address=str(typed["address"]),
        title=" ".join(str(typed["title"]).split()),
        outlet=" ".join(str(typed["outlet"]).split()),
        published=day if isinstance(day, date) else None,
    )


def _check_sizes(files: Sequence[UploadedFile]) -> None:
    """Before a byte is read: each file, and all together, so that one upload never fills the memory."""
    most = press.MAX_BYTES // 1024**2
    for file in files:
        if (file.size or 0) > press.MAX_BYTES:
            text = _("%(name)s terlalu besar; satu berkas paling besar %(most)s MB.")
            raise BadInput(text, field="files", name=file.name, most=most)
    if sum(file.size or 0 for file in files) > press.MAX_BYTES:
        text = _("Semua berkas bersama paling besar %(most)s MB. Kirim sebagian dahulu.")
        raise BadInput(text, field="files", most=most)


def _say(request: StaffRequest, came: Ingested) -> None:
    new, known, joined, apart = (len(found) for found in (came.articles, came.known, came.joined, came.apart))
    if new or not (known or joined):
        messages.success(request, ngettext("%(n)s artikel masuk.", "%(n)s artikel masuk.", new) % {"n": new})
    if known:
        text = ngettext("%(n)s sudah ada, tidak disimpan lagi.", "%(n)s sudah ada, tidak disimpan lagi.", known)
        messages.success(request, f"{text % {'n': known}} {', '.join(came.known)}")
    if joined:
        text = ngettext("%(n)s artikel mendapat halaman lanjutan.", "%(n)s artikel mendapat halaman lanjutan.", joined)
        messages.success(request, f"{text % {'n': joined}} {', '.join(str(row) for row in came.joined)}")
    if apart:
        text = ngettext(
            "%(n)s halaman milik artikel yang sudah ada, tetapi tidak dapat digabungkan dan disimpan sendiri.",
            "%(n)s halaman milik artikel yang sudah ada, tetapi tidak dapat digabungkan dan disimpan sendiri.",
            apart,
        )
        messages.info(request, f"{text % {'n': apart}} {', '.join(came.apart)}")
