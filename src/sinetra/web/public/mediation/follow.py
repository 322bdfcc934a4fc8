"""``/mediasi/ikuti/``: each of the two reads, writes, agrees and stops with an own code, never in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice.actions import agree_to_mediation, leave_mediation, write_in_mediation
from sinetra.apps.advice.mediation_intake import NOTE
from sinetra.apps.advice.mediation_selectors import SideView, mediation_again, mediation_by_code, side_view
from sinetra.core.errors import BadInput, Conflict, SinetraError
from sinetra.ports.limits import TooMany, wrong_codes_counted
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Fault
from sinetra.web.public.mediation.explain import danger_links

FORM = "follow_mediation"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/mediation/code.html", {})
    code, token = request.POST.get("code", ""), request.POST.get("view")
    try:
        with wrong_codes_counted(request.META):
            view = mediation_by_code(code) if token is None else _by_token(token)
    except SinetraError as error:
        # The code stays in the field: a typing mistake is mended, not typed anew.
        fault = Fault(field="id_code", message=in_words(error))
        page = render(request, "public/mediation/code.html", {"faults": [fault], "code": code})
        return to_wait(page, error) if isinstance(error, TooMany) else page
    # Looking again prolongs nothing: on a shared computer the half hour counts from the code.
    token = token or sealed.seal(FORM, {"mediation": str(view.row.pk), "side": view.side})
    if request.POST.get("do") == "leave":
        return render(request, "public/mediation/leave.html", {"view": view, "token": token})
    view, faults = _done(request, view)
    context = {
        "view": view,
        "token": token,
        "faults": faults,
        "done": "" if faults else request.POST.get("do", ""),
        "typed": request.POST.get("text", "") if faults else "",
        "most": NOTE[1],
        **danger_links(),
    }
    return render(request, "public/mediation/follow.html", context)


def _done(request: HttpRequest, view: SideView) -> tuple[SideView, list[Fault]]:
    """What was pressed is done; what was refused is said, with the row as it is now."""
    row, side = view.row, view.side
    try:
        match request.POST.get("do"):
            case "agree":
                row = agree_to_mediation(mediation=row, side=side, version=_version(request))
            case "stop":
                row = leave_mediation(mediation=row, side=side)
            case "write":
                row = write_in_mediation(mediation=row, side=side, text=request.POST.get("text", ""))
    except BadInput as error:
        return view, [Fault(field="id_text", message=in_words(error))]
    except Conflict as error:
        return mediation_again(str(row.pk), side), [Fault(field="", message=in_words(error))]
    return side_view(row, side), []


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _by_token(token: str) -> SideView:
    """Half an hour without typing the code again, from the moment it was typed."""
    found = sealed.unseal(FORM, token, seconds=sealed.VIEW_MINUTES * 60)
    return mediation_again(found["mediation"], found["side"])
