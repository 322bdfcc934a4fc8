"""The page that leads to printed matter, the files, and the talking points as a page to print."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.documents import plain
from sinetra.core.documents.notice import Notice
from sinetra.core.documents.typeset import PAPERS, Layout, pdf
from sinetra.core.documents.typeset import card as picture
from sinetra.core.errors import BadInput
from sinetra.ports.clock import legal_clock
from sinetra.web import law_words, parts
from sinetra.web.access import public
from sinetra.web.law_view import in_words, language
from sinetra.web.public.may_i_asked import ACT, DAY, WHO
from sinetra.web.public.printed.asked import PAPER, RULE, BadAddress, Piece, paper, read
from sinetra.web.public.printed.notices import Maker
from sinetra.web.public.printed.talk import talk


class PieceForm(forms.Form):
    """Who, which act and which day. Without an act: everything that concerns this status."""

    use_required_attribute = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields[WHO] = forms.ChoiceField(label=_("Bagi siapa"), choices=[*law_words.STATUSES.items()])
        every = ("", _("semua perbuatan"))
        self.fields[ACT] = forms.ChoiceField(
            label=_("Perbuatan"), choices=[every, *law_words.acts_by_group()], required=False
        )
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        self.fields[DAY] = forms.DateField(label=_("Hukum pada tanggal"), widget=widget)


def _piece(request: HttpRequest) -> Piece:
    return read(request.GET, rulebook(), legal_clock().today())


def _notice(request: HttpRequest, piece: Piece) -> Notice:
    """Errors: ``BadAddress`` also for what only the engine refuses, such as an election not held in the region."""
    try:
        return Maker(book=rulebook(), site=request.build_absolute_uri("/").rstrip("/")).notice(piece)
    except BadInput as error:
        raise BadAddress.of(error) from error


@public
def printed(request: HttpRequest) -> HttpResponse:
    """``/aturan/cetak/``: choose, see what it says, take it along. Without a choice: civil servants, all acts."""
    today = legal_clock().today()
    form = None
    if RULE not in request.GET:
        form = PieceForm({WHO: "pns", DAY: today.isoformat(), **request.GET.dict()})
        if not form.is_valid():
            return render(request, "public/printed/index.html", {"form": form}, status=400)
        query = request.GET.copy()
        query.setdefault(WHO, "pns")
        piece = read(query, rulebook(), today)
    else:
        piece = _piece(request)
    notice = _notice(request, piece)
    query_text = urlencode(piece.params())
    context = {
        "form": form,
        "notice": notice,
        "files": _files(query_text),
        "message": plain.message(notice),
        "message_url": f"{reverse('printed_message')}?{query_text}",
        "talk_url": f"{reverse('printed_talk')}?{query_text}",
        "back": _back(piece, notice),
    }
    return render(request, "public/printed/index.html", context)


def _files(query: str) -> list[parts.Link]:
    found = []
    for name, word in (("printed_poster", _("Poster %(paper)s")), ("printed_leaflet", _("Selebaran lipat %(paper)s"))):
        for code in PAPERS:
            url = f"{reverse(name)}?{query}&{urlencode({PAPER: code})}"
            found.append(parts.Link(text=word % {"paper": code.upper()}, url=url))
    found.append(parts.Link(text=_("Kartu gambar untuk WhatsApp"), url=f"{reverse('printed_card')}?{query}"))
    return found


def _back(piece: Piece, notice: Notice) -> parts.Link:
    if piece.norm is not None:
        return parts.Link(text=in_words(piece.norm.title), url=reverse("norm", args=[piece.norm.id]))
    return parts.Link(text=_("Semua aturan"), url=reverse("rulebook"))


def _name(piece: Piece, kind: str, suffix: str) -> str:
    what = piece.norm.id if piece.norm else "-".join(part for part in (piece.asked.who, piece.asked.act) if part)
    return f"sinetra-{kind}-{what}-{piece.day.isoformat()}-{language()}.{suffix}"


def _file(body: bytes | str, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _pdf(request: HttpRequest, layout: Layout) -> HttpResponse:
    size = paper(request.GET, PAPERS)
    piece = _piece(request)
    body = pdf(_notice(request, piece), layout, PAPERS[size])
    return _file(body, "application/pdf", _name(piece, f"{layout}-{size}", "pdf"))


@public
def poster(request: HttpRequest) -> HttpResponse:
    return _pdf(request, Layout.POSTER)


@public
def leaflet(request: HttpRequest) -> HttpResponse:
    return _pdf(request, Layout.LEAFLET)


@public
def card(request: HttpRequest) -> HttpResponse:
    piece = _piece(request)
    return _file(picture(_notice(request, piece)), "image/png", _name(piece, "kartu", "png"))


@public
def message(request: HttpRequest) -> HttpResponse:
    piece = _piece(request)
    text = plain.message(_notice(request, piece))
    return _file(text, "text/plain; charset=utf-8", _name(piece, "pesan", "txt"))


@public
def talking_points(request: HttpRequest) -> HttpResponse:
    piece = _piece(request)
    told = talk(_notice(request, piece))
    query = urlencode(piece.params())
    context: dict[str, Any] = {
        "talk": told,
        "notice": told.notice,
        "text_url": f"{reverse('printed_talk_text')}?{query}",
        "back": parts.Link(text=_("Bahan cetak"), url=f"{reverse('printed')}?{query}"),
    }
    return render(request, "public/printed/talk.html", context)


@public
def talking_points_text(request: HttpRequest) -> HttpResponse:
    piece = _piece(request)
    text = plain.talking_points(talk(_notice(request, piece)))
    return _file(text, "text/plain; charset=utf-8", _name(piece, "apel", "txt"))
