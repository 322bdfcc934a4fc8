"""A circular is drafted, or its draft written anew; whoever writes last is its author."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.policies import person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.circular_law import require_in_force
from sinetra.apps.prevention.circular_letter import NATURES, STATUSES, signatory_on
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.circular_draft import Block
from sinetra.core.prevention.circular_number import number_key

SUBJECT, TEXT, LINE = (5, 500), (1, 4000), 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``number`` empty: given at publication by the office's pattern. ``blocks`` name norms; articles come by
    themselves."""

    subject: str
    issued_on: date
    statuses: tuple[SubjectStatus, ...]
    blocks: tuple[Block, ...]
    signatory_role: HeldRoleName
    number: str = ""
    nature: str = NATURES[1]
    place: str = ""
    groups: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    template: str = ""


def write_circular(
    *,
    draft: Draft,
    actor: Actor,
    circular: Circular | None = None,
    version: int | None = None,
    supersedes: Circular | None = None,
) -> Circular:
    """``version`` is what the author read. ``supersedes``: the published one whose place this takes.

    Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict`` for one that is no draft any more or was changed.
    """
    require(actor, "circular.write", circular or supersedes)
    if circular is not None and circular.state != Circular.State.DRAFT:
        raise Conflict(gettext_noop("Edaran yang sudah terbit tidak diubah. Buat edaran pengganti."), code="no_draft")
    if circular is not None and version is not None and circular.version != version:
        raise Conflict(gettext_noop("Konsep ini baru saja diubah orang lain. Isian Anda masih ada; bandingkan dahulu."))
    if supersedes is not None and supersedes.state not in {Circular.State.PUBLISHED, Circular.State.PRESS}:
        raise Conflict(gettext_noop("Hanya edaran yang berlaku yang dapat diganti."), code="not_published")
    office = Organisation.objects.get(pk=actor.office)
    values = _checked(draft, office, circular)
    with unit_of_work(actor) as work:
        if circular is None:
            row = Circular(
                organisation=office,
                region_id=office.region_id,
                issuer=office.name[:200],
                state=Circular.State.DRAFT,
                written_by_id=person(actor),
                template=draft.template,
                supersedes=supersedes,
                **values,
            )
            circular = work.create(row)
        else:
            work.change(circular, written_by_id=person(actor), **values)
        work.record("circular.write", circular)
    return circular


def _checked(draft: Draft, office: Organisation, row: Circular | None) -> dict[str, object]:
    values: dict[str, object] = {
        "title": " ".join(plain_text(draft.subject, "subject", SUBJECT).split()),
        "issued_on": draft.issued_on,
        "nature": draft.nature,
        "place": _line(draft.place, "place"),
        "statuses": _statuses(draft.statuses),
        "covers_non_asn": SubjectStatus.NON_ASN in draft.statuses,
        "groups": _lines(draft.groups, "groups"),
        "addressees": _lines(draft.addressees, "addressees"),
        "copies": _lines(draft.copies, "copies"),
        "signatory_role": draft.signatory_role.value,
        "blocks": _blocks(draft),
        **_number(draft.number, office, row),
    }
    if draft.nature not in NATURES:
        message = gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s")
        raise BadInput(message, field="nature", accepted=NATURES)
    asked = Circular(organisation=office, signatory_role=draft.signatory_role.value)
    if signatory_on(asked, draft.issued_on) is None:
        raise BadInput(
            gettext_noop("Register tidak menyebut siapa yang memegang jabatan ini pada tanggal surat. Catat dahulu."),
            field="signatory_role",
        )
    return values


def _statuses(statuses: tuple[SubjectStatus, ...]) -> list[str]:
    wrong = [item for item in statuses if item not in STATUSES]
    if wrong or not statuses:
        message = gettext_noop("Pilih sedikitnya satu status pegawai: %(accepted)s.")
        raise BadInput(message, field="statuses", accepted=STATUSES.values())
    return [item.value for item in STATUSES if item in statuses]


def _blocks(draft: Draft) -> list[dict[str, object]]:
    kept = [block for block in draft.blocks if block.text.strip() or block.norms or block.lists_sources]
    for block in kept:
        plain_text(block.text or "-", f"text_{block.key}", TEXT)
        require_in_force(block.norms, draft.issued_on, f"norms_{block.key}")
    if not any(block.norms for block in kept):
        message = gettext_noop("Edaran menyebut sedikitnya satu aturan. Centang satu, atau tulis kodenya.")
        raise BadInput(message, field=f"norms_{kept[0].key}" if kept else "blocks")
    return [
        {**asdict(block), "norms": list(block.norms), "text": _clean(block.text), "heading": block.heading[:LINE]}
        for block in kept
    ]


def _number(number: str, office: Organisation, row: Circular | None) -> dict[str, str]:
    typed = " ".join(number.split())
    if len(typed) > 120:
        raise BadInput(gettext_noop("Tulis %(accepted)s huruf."), field="number", accepted=("0–120",))
    key = number_key(typed)
    rows = Circular.objects.filter(organisation=office, number_key=key).exclude(number_key="")
    other = rows.exclude(pk=row.pk).first() if row else rows.first()
    if other is not None:
        message = gettext_noop("Nomor ini sudah dipakai edaran lain: %(value)s.")
        raise BadInput(message, field="number", value=other.number)
    return {"number": typed, "number_key": key}


def _lines(lines: Iterable[str], field: str) -> list[str]:
    return [text for line in lines if (text := _line(line, field))]


def _line(line: str, field: str) -> str:
    text = " ".join(_clean(line).split())
    if len(text) > LINE:
        raise BadInput(gettext_noop("Tulis %(accepted)s huruf."), field=field, accepted=(f"0–{LINE}",))
    return text


def _clean(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").strip()
