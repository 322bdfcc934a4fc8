"""A small programme of the invented city: a visit that was, a session today, a meeting to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_part import add_commitment, add_delegate, add_speaker
from sinetra.apps.prevention.actions.end_activity import mark_as_held
from sinetra.apps.prevention.actions.invite_units import add_units, issue_letter
from sinetra.apps.prevention.actions.plan_activity import ActivityDraft, plan_activity
from sinetra.apps.prevention.actions.store_programme import ProgrammeDraft, store_programme
from sinetra.apps.prevention.actions.store_session import SessionDraft, store_session
from sinetra.apps.prevention.actions.write_minutes import write_minutes
from sinetra.apps.prevention.models import Activity, Programme
from sinetra.apps.prevention.selectors.signatories import signatories
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.ports.clock import today

ORGANISER = "petugas.bkpsdm"
TITLE = "Netralitas Pilkada 2024 di Kota Cendana (contoh)"
VISIT_TITLE = "Kunjungan ke tiga perangkat daerah (contoh)"
VISIT, TODAY, MEETING = date(2024, 11, 12), date(2024, 11, 22), date(2024, 11, 25)
LETTER = "800/017/BKPSDM/2024 (contoh)"
_STOPS = (
    ("DISKOMINFO", time(8, 30), time(9, 45), "Aula Aren"),
    ("DISPORA", time(10, 15), time(11, 30), "Gelanggang Felisia"),
    ("DPUTR", time(13, 30), time(15), "Aula Durian"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Office:
    actor: Actor
    organisation: Organisation
    programme: Programme

    def units(self, codes: Iterable[str]) -> list[Unit]:
        found = {unit.code: unit for unit in visible(self.actor, Unit).filter(code__in=list(codes))}
        return [found[code] for code in codes if code in found]


def load_programme() -> None:
    user = User.objects.select_related("organisation").get(username=ORGANISER)
    if Programme.objects.filter(organisation=user.organisation, title=TITLE).exists():
        return
    actor = actor_of(user, today())
    draft = ProgrammeDraft(
        title=TITLE,
        election="pilkada_2024",
        starts_on=date(2024, 9, 22),
        ends_on=date(2024, 12, 15),
        aim="Setiap perangkat daerah dikunjungi sebelum hari pemungutan suara (contoh, rekaan).",
    )
    programme = store_programme(draft=draft, actor=actor)
    office = _Office(actor=actor, organisation=user.organisation, programme=programme)
    _visit(office)
    _session(office)
    _meeting(office)


def _plan(office: _Office, **told: object) -> Activity:
    draft = ActivityDraft(
        programme=office.programme,
        region=office.organisation.region,
        organiser="BKPSDM Kota Cendana (contoh)",
        **told,  # type: ignore[arg-type]
    )
    return plan_activity(draft=draft, actor=office.actor)


def _visit(office: _Office) -> None:
    """Three units in one day, as in the article of Kota Banjar; with a promise that is overdue."""
    actor = office.actor
    visit = _plan(
        office,
        kind=Activity.Kind.VISIT,
        title=VISIT_TITLE,
        starts_on=VISIT,
        opened_by="Pjs Wali Kota Cendana",
        theme="Bijak bermedia sosial, netral dalam pelayanan",
        groups=("pns", "cpns", "pppk", "non_asn"),
        covers_non_asn=True,
    )
    units = office.units([code for code, *_ in _STOPS])
    first = visit.sessions.get()
    for unit, (_code, starts_at, ends_at, venue) in zip(units, _STOPS, strict=True):
        stop = SessionDraft(day=VISIT, starts_at=starts_at, ends_at=ends_at, venue=venue, unit=unit, title=unit.name)
        session = first if unit is units[0] else None
        store_session(activity=visit, draft=stop, actor=actor, session=session)
    add_units(activity=visit, units=[unit.pk for unit in units], actor=actor)
    for role in ("Asisten Pemerintahan", "Kepala Badan Kesbangpol", "perwakilan BKPSDM"):
        add_delegate(activity=visit, role=role, name="", actor=actor)
    write_minutes(activity=visit, text="Setiap unit menunjuk satu narahubung netralitas (contoh).", actor=actor)
    promised = (("Menempel poster netralitas di ruang layanan", "Kepala Dinas PUTR", date(2024, 11, 20)),)
    later = (("Menyampaikan nama narahubung unit", "Sekretaris tiap dinas", date(2024, 11, 26)),)
    for text, owner, due_on in (*promised, *later):
        add_commitment(activity=visit, text=text, owner=owner, due_on=due_on, actor=actor)
    if today() >= VISIT:
        mark_as_held(activity=visit, actor=actor)


def _session(office: _Office) -> None:
    session = _plan(
        office,
        kind=Activity.Kind.SOCIALISATION,
        title="Sosialisasi bagi kecamatan dan kelurahan (contoh)",
        starts_on=TODAY,
        starts_at=time(9),
        ends_at=time(11, 30),
        venue="Aula Kantor Wali Kota Cendana",
        opened_by="Pjs Wali Kota Cendana",
        theme="Netral sampai hari terakhir",
        agenda="Pendaftaran\nPembukaan\nMateri: yang boleh dan yang dilarang\nTanya jawab\nIkrar",
        groups=("pns", "pppk", "non_asn", "camat", "lurah"),
        covers_non_asn=True,
    )
    codes = ("KEC-UTARA", "KEC-TENGAH", "KEC-SELATAN", "KEL-AKARWANGI", "KEL-DAMARPUTIH", "KEL-GAHARU")
    add_units(activity=session, units=[unit.pk for unit in office.units(codes)], actor=office.actor)
    topic = "Pengembangan karier selama tahapan"
    add_speaker(activity=session, name="", institution="BKN (contoh)", topic=topic, actor=office.actor)


def _meeting(office: _Office) -> None:
    """Invited with a letter that the acting mayor signs."""
    meeting = _plan(
        office,
        kind=Activity.Kind.COORDINATION,
        title="Rapat koordinasi camat dan lurah (contoh)",
        starts_on=MEETING,
        duration_days=2,
        starts_at=time(13),
        ends_at=time(16),
        venue="Ruang Rapat Sekretariat Daerah",
        theme="Hari tenang dan hari pemungutan suara",
        agenda="Pengarahan\nPembagian tugas kewilayahan\nKesepakatan bersama",
        groups=("camat", "lurah"),
    )
    codes = ("KEC-UTARA", "KEC-TENGAH", "KEC-SELATAN", "KEL-FLAMBOYAN", "KEL-HANJUANG")
    add_units(activity=meeting, units=[unit.pk for unit in office.units(codes)], actor=office.actor)
    dated_on = date(2024, 11, 21)
    who = signatories(office.organisation.pk, dated_on)[HeldRoleName.REGIONAL_HEAD]
    issue_letter(activity=meeting, number=LETTER, dated_on=dated_on, signatory=who, actor=office.actor)
