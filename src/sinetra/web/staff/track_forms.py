"""What must be filled in before a verb of one track, and which tracks and receivers may be chosen there."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.end_track import OUTCOMES as ENDS
from sinetra.apps.cases.models import Matter, Track
from sinetra.apps.cases.partners import receivers_of
from sinetra.apps.cases.routing import track_route
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.track_offers import possible_tracks
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.track_parts import track_title
from sinetra.web.track_words import OUTCOMES


class TrackField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self) -> None:
        super().__init__(
            label=_lazy("Jalur"),
            queryset=Track.objects.none(),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={
                "required": _lazy("Pilih jalurnya."),
                "invalid_choice": _lazy("Keadaan jalur ini sudah berubah; pilih jalur lain, atau lihat perkaranya."),
            },
        )

    def label_from_instance(self, obj: Track) -> str:
        return track_title(obj)

    def offer(self, tracks: tuple[Track, ...]) -> None:
        rows = Track.objects.filter(pk__in=[track.pk for track in tracks])
        self.queryset = rows.select_related("matter__organisation", "matter__report").order_by("created_at", "id")


class TrackReasonForm(ReasonForm):
    track = TrackField()
    field_order = ["track", "reason"]
    verb = "reconsider_track"

    def offer(self, matter: Matter, actor: Actor) -> None:
        offer_tracks(self, possible_tracks(self.verb, tracks_of(matter)))


class GiveUpForm(TrackReasonForm):
    verb = "give_up_track"


class EndForm(TrackReasonForm):
    outcome = forms.ChoiceField(
        label=_lazy("Bagaimana berakhir?"),
        choices=[(outcome.value, OUTCOMES[outcome.value]) for outcome in ENDS],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih bagaimana jalur ini berakhir.")},
    )
    letter = forms.CharField(
        label=_lazy("Nomor surat jawaban atau keputusan"),
        required=False,
        max_length=120,
        help_text=_lazy("Wajib bila lembaga tujuan sudah memutus atau menolak."),
    )
    field_order = ["track", "outcome", "letter", "reason"]
    verb = "end_track"


def offer_tracks(form: forms.Form, tracks: tuple[Track, ...]) -> Track | None:
    """The tracks to choose from; the one that is chosen already, by the address or because there is no other."""
    field = form.fields["track"]
    assert isinstance(field, TrackField)  # noqa: S101 - the forms of this file
    field.offer(tracks)
    wanted = str(form.data.get("track") or form.initial.get("track") or "")
    chosen = next((track for track in tracks if str(track.pk) == wanted), tracks[0] if len(tracks) == 1 else None)
    form.initial["track"] = chosen.pk if chosen is not None else None
    return chosen


def offer_receivers(form: forms.Form, matter: Matter, tracks: tuple[Track, ...]) -> None:
    """Institutions of the kind that the chosen track goes to; of all kinds while none is chosen."""
    chosen = offer_tracks(form, tracks)
    day = today(matter.region_id)
    found: dict[UUID, None] = {}
    for track in (chosen,) if chosen is not None else tracks:
        found |= dict.fromkeys(receivers_of(matter, track_route(track, day).receives).values_list("pk", flat=True))
    field = form.fields["to"]
    field.queryset = Organisation.objects.filter(pk__in=list(found)).order_by("name")  # type: ignore[attr-defined]
    if len(found) == 1:
        form.initial["to"] = next(iter(found))
    if not found:
        field.help_text = _("Belum ada penerima jalur ini dalam daftar instansi. Minta admin menambahkannya.")
