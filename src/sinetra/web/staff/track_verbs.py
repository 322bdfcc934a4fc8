"""The verbs of one track of a matter: the word on the button, what will happen, what does it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.actions.end_track import end_track
from sinetra.apps.cases.actions.give_up_track import give_up_track
from sinetra.apps.cases.actions.reconsider_track import reconsider_track
from sinetra.apps.cases.vocabulary import TrackOutcome
from sinetra.web.staff.track_forms import EndForm, GiveUpForm, TrackReasonForm
from sinetra.web.staff.track_parts import track_pairs
from sinetra.web.staff.verb import Verb

TRACK_VERBS: dict[str, Verb] = {
    "reconsider_track": Verb(
        button=_lazy("Bahas kembali di pleno"),
        title=_lazy("Bahas kembali satu jalur"),
        consequences=(
            _lazy("Hanya jalur ini kembali ke pleno; jalur lain tetap berjalan."),
            _lazy("Jalur ini lalu menunggu diteruskan lagi; tenggatnya mulai baru."),
        ),
        run=lambda matter, actor, values: reconsider_track(track=values["track"], reason=values["reason"], actor=actor),
        form=TrackReasonForm,
        pairs=track_pairs,
    ),
    "end_track": Verb(
        button=_lazy("Catat akhir jalur"),
        title=_lazy("Catat akhir satu jalur"),
        consequences=(
            _lazy("Hanya jalur ini berakhir; jalur lain tetap berjalan."),
            _lazy("Pelapor membaca bagaimana jalur ini berakhir."),
        ),
        run=lambda matter, actor, values: end_track(
            track=values["track"],
            outcome=TrackOutcome(values["outcome"]),
            letter=values["letter"],
            reason=values["reason"],
            actor=actor,
        ),
        form=EndForm,
        pairs=track_pairs,
    ),
    "give_up_track": Verb(
        button=_lazy("Hentikan jalur"),
        title=_lazy("Hentikan satu jalur"),
        consequences=(
            _lazy("Perkara tidak diteruskan lewat jalur ini; jalur lain tetap berjalan."),
            _lazy("Pleno berikutnya dapat membukanya kembali."),
        ),
        run=lambda matter, actor, values: give_up_track(track=values["track"], reason=values["reason"], actor=actor),
        form=GiveUpForm,
        stop=True,
        pairs=track_pairs,
    ),
}
