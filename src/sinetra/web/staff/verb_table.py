"""The verbs of a matter: the word on the button, what will happen, what must be filled in, what does it.

Those until registration stand in ``intake_verbs``.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.actions.clear_namesake import clear_namesake
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.extend_study import extend_study
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.forward_track import forward_track
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.reopen import reopen
from sinetra.apps.cases.actions.return_package import return_package
from sinetra.apps.cases.actions.take import take
from sinetra.apps.cases.clocks import extension
from sinetra.apps.cases.corrections import to_tell_again
from sinetra.apps.cases.decider import decider_of
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.successors import plenary
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome, State
from sinetra.core.casework.plenary import Decision, Ground, OfficeLevel
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law.words import Track
from sinetra.ports.clock import today
from sinetra.web.clocks import due_clock
from sinetra.web.law_view import in_words
from sinetra.web.law_words import CONFIDENCE, word
from sinetra.web.parts import Pair
from sinetra.web.staff.decider_parts import decider_pairs
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.intake_verbs import INTAKE, TRACING
from sinetra.web.staff.oversight.hold_verbs import HOLDS
from sinetra.web.staff.receiver_verbs import RECEIVER
from sinetra.web.staff.study.plenary_form import PlenaryForm, ballots
from sinetra.web.staff.track_parts import leaving_pairs
from sinetra.web.staff.track_verbs import TRACK_VERBS
from sinetra.web.staff.verb import Verb
from sinetra.web.staff.verb_forms import AssignForm, CloseForm, ForwardForm, NamesakeForm, ReopenForm

_TELL_AGAIN = _lazy("beri tahu lagi, karena perkara dibuka kembali dan diteruskan")


def _open_hand_over(matter: Matter, actor: Actor) -> HandOver:
    rows = visible(actor, HandOver).filter(matter=matter, direction=Direction.INCOMING, state=HandOverState.RECEIVED)
    found = rows.select_related("organisation", "matter").first()
    if found is None:
        raise NotFound(gettext_noop("Tidak ada serah terima yang menunggu jawaban."))
    return found


def _new_deadline(matter: Matter) -> list[Pair]:
    due = extension(matter)
    if due is None:
        return []
    return [Pair(term=_("Tenggat yang baru"), value=due_clock(due, today(matter.region_id)))]


def _who_decides(matter: Matter) -> list[Pair]:
    again = to_tell_again(matter)
    told = [Pair(term=_("Pernah menerima pembetulan"), value="; ".join(again), note=str(_TELL_AGAIN))] if again else []
    return [*told, *decider_pairs(decider_of(matter))]


def _forward(matter: Matter, actor: Actor, values: dict[str, Any]) -> object:
    told = {"to": values["to"], "summary": values["summary"], "actor": actor}
    track = values.get("track")
    return forward(matter=matter, **told) if track is None else forward_track(track=track, **told)


def _plenary_members(matter: Matter) -> list[Pair]:
    """Who sits, and who steps aside; why is theirs to read."""
    sitting, aside = plenary(matter)
    pairs = [Pair(term=_("Anggota yang memutus"), value=", ".join(user.name for user in sitting) or _("tidak ada"))]
    if aside:
        names = ", ".join(user.name for user in aside)
        pairs.append(Pair(term=_("Menyingkir karena berkepentingan"), value=names))
    rules, quorum = casework().plenary, casework().plenary.quorum(OfficeLevel(matter.organisation.level))
    needed = _("%(needed)s dari %(members)s anggota") % {
        "needed": quorum.needed(len(sitting) + len(aside)),
        "members": len(sitting) + len(aside),
    }
    pairs.append(Pair(term=_("Kuorum"), value=needed, note=_ground(quorum.ground)))
    pairs.append(Pair(term=_("Suara terbanyak"), value=in_words(rules.majority.text), note=_ground(rules.majority)))
    pairs.append(Pair(term=_("Suara sama"), value=in_words(rules.tie.text), note=_ground(rules.tie)))
    return pairs


def _ground(ground: Ground) -> str:
    return f"{ground.source} ({word(CONFIDENCE, ground.confidence)})"


def _handler_of_now(matter: Matter) -> list[Pair]:
    return [Pair(term=_("Sekarang"), value=matter.handler.name if matter.handler else _("belum ada"))]


VERBS: dict[str, Verb] = {
    **INTAKE,
    **TRACK_VERBS,
    **RECEIVER,
    **HOLDS,
    "extend_study": Verb(
        button=_lazy("Perpanjang kajian"),
        title=_lazy("Perpanjang kajian untuk keterangan tambahan"),
        consequences=(
            _lazy("Tenggat kajian dihitung ulang dari hari mulai yang sama."),
            _lazy("Pelapor membaca tenggat yang baru."),
        ),
        run=lambda matter, actor, values: extend_study(matter=matter, reason=values["reason"], actor=actor),
        form=ReasonForm,
        pairs=_new_deadline,
    ),
    "hold_plenary": Verb(
        button=_lazy("Catat putusan pleno"),
        title=_lazy("Catat putusan pleno"),
        consequences=(
            _lazy("Putusan, suara, dan pendapat berbeda dicatat dan tidak berubah lagi."),
            _lazy("Terbukti: perkara diteruskan menurut jalurnya. Tidak terbukti: perkara ditutup."),
            _lazy("Tanpa kuorum atau suara terbanyak belum ada putusan."),
        ),
        run=lambda matter, actor, values: hold_plenary(
            matter=matter,
            held_on=values["held_on"],
            decision=Decision(values["decision"]),
            tracks=[Track(track) for track in values["tracks"]],
            ballots=ballots(values),
            reason=values["reason"],
            actor=actor,
        ),
        form=PlenaryForm,
        pairs=_plenary_members,
    ),
    "forward": Verb(
        button=_lazy("Teruskan"),
        title=_lazy("Teruskan ke instansi lain"),
        consequences=(
            _lazy("Paket bertanda tangan dikirim kepada penerima."),
            _lazy("Serah terima baru selesai setelah penerima menyatakan menerima."),
            _lazy("Pelapor membaca ke mana laporannya diteruskan."),
        ),
        run=_forward,
        form=ForwardForm,
        pairs=lambda matter: leaving_pairs(matter) + _who_decides(matter),
    ),
    "close": Verb(
        button=_lazy("Tutup perkara"),
        title=_lazy("Tutup perkara"),
        consequences=(
            _lazy("Semua tenggat berhenti. Sesudahnya hanya pleno yang dapat membuka kembali, dengan dasar."),
            _lazy("Bila tidak terbukti, nama yang dilaporkan hilang dari semua daftar."),
            _lazy("Setiap lembaga yang pernah diberi tahu masuk daftar pembetulan."),
            _lazy("Pelapor membaca hasilnya."),
        ),
        run=lambda matter, actor, values: close(
            matter=matter, outcome=Outcome(values["outcome"]), reason=values["reason"], actor=actor
        ),
        form=CloseForm,
        stop=True,
    ),
    "reopen": Verb(
        button=_lazy("Buka kembali"),
        title=_lazy("Buka kembali perkara"),
        consequences=(
            _lazy("Perkara ditangani lagi; tenggat baru berjalan sejak hari ini. Dasar hukumnya perlu dicek."),
            _lazy("Hasil, surat, dan langkah yang lama tetap tersimpan."),
            _lazy("Pelapor membaca bahwa perkaranya dibuka kembali, dan dasarnya."),
            _lazy("Lembaga yang sudah menerima pembetulan diberi tahu lagi hanya bila kelak terbukti."),
        ),
        run=lambda matter, actor, values: reopen(
            matter=matter,
            ground=values["ground"],
            document=values["document"],
            reason=values["reason"],
            actor=actor,
        ),
        form=ReopenForm,
        stop=True,
    ),
    "clear_namesake": Verb(
        button=_lazy("Nyatakan bukan yang dilaporkan"),
        title=_lazy("Nyatakan petugas bernama sama bukan yang dilaporkan"),
        consequences=(
            _lazy("Petugas ini boleh membuka perkara; hubungan lain yang dinyatakan tetap berlaku."),
            _lazy("Alasan Anda masuk jejak audit dan disimpan tersegel."),
        ),
        run=lambda matter, actor, values: clear_namesake(
            matter=matter, user=values["user"], reason=values["reason"], actor=actor
        ),
        form=NamesakeForm,
    ),
    "acknowledge": Verb(
        button=_lazy("Nyatakan diterima"),
        title=_lazy("Nyatakan diterima"),
        consequences=(
            _lazy("Tanda terima bertanda tangan kembali kepada pengirim."),
            _lazy("Sejak itu perkara ini tanggung jawab kantor Anda."),
        ),
        run=lambda matter, actor, values: acknowledge(hand_over=_open_hand_over(matter, actor), actor=actor),
    ),
    "return": Verb(
        button=_lazy("Kembalikan"),
        title=_lazy("Kembalikan kepada pengirim"),
        consequences=(_lazy("Alasan Anda dikirim kepada pengirim."), _lazy("Perkara di kantor Anda ditutup.")),
        run=lambda matter, actor, values: return_package(
            hand_over=_open_hand_over(matter, actor), reason=values["reason"], actor=actor
        ),
        form=ReasonForm,
        stop=True,
    ),
    "take": Verb(
        button=_lazy("Tangani sendiri"),
        title=_lazy("Tangani sendiri"),
        consequences=(
            _lazy("Anda menjadi penanggung jawab perkara ini; tenggatnya tetap."),
            _lazy("Bila Anda berkepentingan, langkah ini ditolak."),
        ),
        run=lambda matter, actor, values: take(matter=matter, actor=actor),
    ),
    "assign": Verb(
        button=_lazy("Ganti penanggung jawab"),
        title=_lazy("Ganti penanggung jawab"),
        consequences=(
            _lazy("Perkara pindah ke daftar kerja penanggung jawab yang baru."),
            _lazy("Tenggatnya tetap. Alasan masuk jejak audit."),
        ),
        run=lambda matter, actor, values: assign(
            matter=matter, handler=values["handler"], reason=values["reason"], actor=actor
        ),
        form=AssignForm,
        pairs=_handler_of_now,
    ),
}


def verb_of(name: str, matter: Matter) -> Verb:
    """In the words that fit the matter. Errors: ``KeyError``."""
    return TRACING if name == "start_study" and matter.state == State.INITIAL_INFORMATION else VERBS[name]
