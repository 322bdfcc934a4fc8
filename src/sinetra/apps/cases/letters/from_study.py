"""What the study of a matter and its plenary say, as the fields of the form of the study and of the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sinetra.apps.cases.models import Matter, PlenarySeat
from sinetra.apps.cases.plenaries import PlenaryView, last_plenary, view_of
from sinetra.apps.cases.studies import StudyView, last_study, opened
from sinetra.apps.cases.vocabulary import Seat
from sinetra.core.casework.plenary import Decision, Vote
from sinetra.core.law.said import ACTS
from sinetra.core.law.words import Status, Track

DECISIONS: Mapping[Decision, str] = {
    Decision.PROVEN: "dugaan pelanggaran cukup terbukti; diteruskan kepada lembaga yang berwenang memutus",
    Decision.NOT_PROVEN: "dugaan pelanggaran tidak terbukti; penanganan dihentikan",
    Decision.MORE_STATEMENTS: "perlu keterangan tambahan",
    Decision.OTHER_LAW: "dugaan pelanggaran peraturan lain; diteruskan kepada lembaga yang berwenang",
}
TRACKS: Mapping[Track, str] = {
    Track.ETHICS: "kode etik",
    Track.DISCIPLINE: "disiplin",
    Track.CRIMINAL: "pidana",
    Track.ELECTION_ADMINISTRATION: "administrasi pemilihan",
    Track.OTHER_LAW: "peraturan lain",
}
VERDICTS: Mapping[Status, str] = {
    Status.MET: "unsurnya terpenuhi menurut fakta di atas",
    Status.OPEN: "belum dapat ditentukan",
    Status.EXCEPTED: "dikecualikan",
    Status.DISPLACED: "dikesampingkan norma lain yang lebih khusus",
    Status.OUT_OF_TIME: "terpenuhi, tetapi laporan lewat waktu",
    Status.NOT_MET: "tidak terpenuhi",
}
_VOTES: Mapping[Vote, str] = {Vote.FOR: "setuju", Vote.AGAINST: "tidak setuju", Vote.ABSTAIN: "abstain"}


def study_entries(matter: Matter) -> Mapping[str, str]:
    """Empty where no study was written."""
    study = last_study(matter)
    if study is None:
        return {}
    view = opened(study)
    advice = f"Kajian ini menyarankan: {DECISIONS[Decision(study.proposal)]}."
    if study.tracks:
        advice += f" Jalur: {_tracks(study.tracks)}."
    return {
        "facts_found": "\n".join(f"{line['fact']} (bukti: {line['evidence']})" for line in view.proven),
        "analysis": "\n".join((*map(_finding, view.findings), *map(_added, view.added), _source(view))),
        "conclusion": view.conclusion,
        "advice": advice,
    }


def minutes_entries(matter: Matter) -> Mapping[str, str]:
    """Empty where no plenary was held."""
    row = last_plenary(matter)
    if row is None:
        return {}
    seats = PlenarySeat.objects.filter(plenary=row).select_related("member").order_by("member__name", "id")
    view = view_of(row, list(seats))
    present = view.of(Seat.PRESENT)
    counted = ((_VOTES[vote], sum(seat.vote == vote for seat in present)) for vote in Vote)
    return {
        "held_on": row.held_on.isoformat(),
        "present": "\n".join((*(f"{seat.name}: {_VOTES[Vote(seat.vote)]}" for seat in present), *_not_there(view))),
        "votes": ", ".join(f"{word} {number}" for word, number in counted),
        "decision": _decided(view),
        "dissent": "\n".join(f"{seat.name}: {seat.dissent}" for seat in present if seat.dissent),
    }


def _not_there(view: PlenaryView) -> Iterator[str]:
    for seat in view.of(Seat.ASIDE):
        yield f"{seat.name}: menyingkir karena berkepentingan"
    for seat in view.of(Seat.ABSENT):
        yield f"{seat.name}: tidak hadir"


def _decided(view: PlenaryView) -> str:
    row = view.plenary
    text = f"Rapat memutuskan: {DECISIONS[Decision(row.decision)]}."
    if row.tracks:
        text += f" Jalur yang dibuka: {_tracks(row.tracks)}."
    quorum = f"Kuorum: paling sedikit {row.needed} dari {row.members} anggota."
    return "\n".join(line for line in (text, quorum, view.reason) if line)


def _finding(item: Mapping[str, Any]) -> str:
    act = ACTS.get(item["act"], item["act"])
    verdict = VERDICTS[Status(item["verdict"])]
    text = f"{item['title']['id']} ({'; '.join(item['citations'])}), perbuatan: {act}: {verdict}."
    doubt = " Norma ini perlu dicek pada naskah resminya." if item["confidence"] == "perlu-cek" else ""
    readings = " ".join(_contested(one) for one in item["contested"])
    ruling = f" Dikesampingkan: {item['reason']}" if item["ruling"] == "overruled" else " Diterima."
    noted = f" {item['reason']}" if item["ruling"] == "accepted" and item["reason"] else ""
    return " ".join(f"{text}{doubt} {readings} {ruling}{noted}".split())


def _contested(one: Mapping[str, Any]) -> str:
    return f"Bacaan hukum berbeda: {one['topic']['id']}."


def _added(item: Mapping[str, Any]) -> str:
    return f"Ditambahkan oleh penyusun: {item['title']['id']} ({'; '.join(item['citations'])}). {item['reason']}"


def _source(view: StudyView) -> str:
    study = view.study
    engine = f"mesin hukum Sinetra {study.engine}".strip()
    return f"Temuan awal dari {engine} (katalog {study.catalogue[:12]}); penyusun yang memutuskan."


def _tracks(tracks: list[str]) -> str:
    return ", ".join(TRACKS[Track(track)] for track in tracks)
