"""The two notices of a breach as letters of the office, ready to be numbered and signed (UU 27/2022 article 46)."""

from __future__ import annotations

from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import Breach
from sinetra.apps.agreements.sealed import told_of
from sinetra.apps.agreements.vocabulary import Notice
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.cases.letters.compose import letterhead
from sinetra.apps.cases.letters.house import house_of
from sinetra.core.documents import indonesian
from sinetra.core.documents.official import FormNote, OfficialDocument, Passage
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.ports.clock import today, zone_of

_UNSIGNED = SignatureBlock(capacity=Capacity.OWN, title="(jabatan penanda tangan)", name="(nama penanda tangan)")
_ADDRESSEES = {
    Notice.PERSONS: ("(nama orang yang datanya terungkap)",),
    # Which body it is has not been read: the office fills it in.
    Notice.AUTHORITY: ("(lembaga pelindungan data pribadi)",),
}
_OPENING = {
    Notice.PERSONS: "Kami memberitahukan bahwa data pribadi Anda terungkap kepada pihak yang tidak berhak. "
    "Kami mohon maaf atas kejadian ini.",
    Notice.AUTHORITY: "Kami memberitahukan kegagalan pelindungan data pribadi pada instansi kami.",
}
_CLOSING = {
    Notice.PERSONS: "Anda berhak bertanya kepada kami tentang kejadian ini dan penanganannya.",
    Notice.AUTHORITY: "Orang yang datanya terungkap kami beri tahu dengan surat tersendiri.",
}


def breach_letter(breach: Breach, notice: Notice) -> OfficialDocument:
    """A draft: no number, no signatory yet. Errors: ``Erased`` after its time."""
    office, house, rule = breach.organisation, house_of(breach.organisation_id), data_rules().breach
    told, zone = told_of(breach), zone_of(office.region_id)
    known = breach.known_at.astimezone(zone.info)
    day = today(office.region_id)
    pairs = [(item.text.id, told[item.id]) for item in rule.told]
    pairs.append(("Diketahui", f"{indonesian.day(known.date())}, pukul {known:%H.%M} {zone.abbreviation}"))
    if breach.people_count is not None and notice is Notice.AUTHORITY:
        pairs.append(("Jumlah orang", str(breach.people_count)))
    return OfficialDocument(
        kind=f"breach_{notice.value}",
        title="Pemberitahuan kegagalan pelindungan data pribadi",
        layout="letter",
        paper=house.paper,
        letterhead=letterhead(house, office),
        address=house.address,
        office=office.name,
        number="",
        place=house.place,
        dated=indonesian.day(day),
        issued_on=day.isoformat(),
        nature="Segera",
        annexes="-",
        subject="Pemberitahuan kegagalan pelindungan data pribadi",
        addressees=_ADDRESSEES[notice],
        passages=(
            Passage(paragraphs=(_OPENING[notice],)),
            Passage(pairs=tuple(pairs)),
            Passage(
                paragraphs=(
                    f"Pemberitahuan ini disampaikan menurut {rule.source}; pasal itu perlu dicek pada naskah resminya.",
                    _CLOSING[notice],
                ),
                unchecked=True,
            ),
        ),
        signature=_UNSIGNED,
        signers=(),
        copies=(),
        form=FormNote(),
        edition=1,
        code="",
        exercise=exercise_word(),
    )
