"""The institutions that packages go to and come from: who lives here, whose signature holds."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.db.models import Q, QuerySet

from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.core.law.words import BodyCode
from sinetra.core.packages import Party
from sinetra.ports import keyring

# Whose rows an installation holds, by profile (product: "Whose machine"). In the demonstration all live together.
_LIVING = {
    "bawaslu": frozenset({OrganisationKind.BAWASLU}),
    "pemda": frozenset({OrganisationKind.LOCAL_GOVERNMENT, OrganisationKind.INSPECTORATE}),
    "demo": frozenset(OrganisationKind),
}


def party_of(organisation: Organisation) -> Party:
    return Party(kind=organisation.kind, name=organisation.name)


def organisation_of(party: Party) -> Organisation | None:
    return Organisation.objects.filter(kind=party.kind, name=party.name).first()


def lives_here(organisation: Organisation | None) -> bool:
    return organisation is not None and organisation.kind in _LIVING[settings.SINETRA_PROFILE]


def addressed_here(party: Party) -> bool:
    return lives_here(organisation_of(party))


def check_signature(party: Party, message: bytes, signature: bytes) -> bool | None:
    """For ``core.packages.verify``: by this installation's own keys for who lives here, else by the registered key."""
    organisation = organisation_of(party)
    if organisation is None:
        return None
    if lives_here(organisation):
        return keyring.verify(message, signature)
    if organisation.public_key is None:
        return None
    return keyring.verify_with(bytes(organisation.public_key), message, signature)


#: Who answers by SBT where they have no Sinetra.
SBT_BODIES = (OrganisationKind.BKN, OrganisationKind.KASN)


def receivers() -> QuerySet[Organisation]:
    """Institutions that a matter can be forwarded to. One without Sinetra gets a file; its answer is recorded here.

    The civil service agency, and regional governments, whose personnel office acknowledges for the PPK
    (``package.acknowledge``).
    """
    return Organisation.objects.filter(kind__in=(*SBT_BODIES, OrganisationKind.LOCAL_GOVERNMENT)).order_by("name")


def answers_itself(party: Party) -> bool:
    """It lives here, or has an installation whose key is registered: its own signature can come."""
    organisation = organisation_of(party)
    return organisation is not None and (lives_here(organisation) or organisation.public_key is not None)


# Institutions of the register that can be the body that a route names. The centre Gakkumdu is none of its own: the
# referral goes to the investigator in it (UU 1/2015 art. 135(2)).
_BODIES: Mapping[BodyCode, tuple[OrganisationKind, ...]] = {
    BodyCode.KPU: (OrganisationKind.KPU,),
    BodyCode.BKN: (OrganisationKind.BKN,),
    BodyCode.KASN: (OrganisationKind.KASN,),
    BodyCode.PPK: (OrganisationKind.LOCAL_GOVERNMENT, OrganisationKind.MINISTRY),
    BodyCode.GAKKUMDU: (OrganisationKind.POLRI, OrganisationKind.OTHER),
    BodyCode.DKPP: (OrganisationKind.DKPP,),
    BodyCode.MENDAGRI: (OrganisationKind.MENDAGRI,),
    BodyCode.TNI: (OrganisationKind.TNI,),
    BodyCode.POLRI: (OrganisationKind.POLRI,),
    BodyCode.EMPLOYER: (OrganisationKind.MINISTRY, OrganisationKind.LOCAL_GOVERNMENT, OrganisationKind.OTHER),
}


def receivers_of(matter: Matter, body: BodyCode) -> QuerySet[Organisation]:
    """Institutions that are such a body for the matter: of a region around its own, or national. Also those that no
    connection reaches: the package is then brought to them."""
    parts = matter.region_id.split(".")
    around = Q(region_id__in=[".".join(parts[:length]) for length in range(1, len(parts) + 1)])
    national = Q(region=None) | Q(level=OrganisationLevel.NATIONAL)
    rows = Organisation.objects.filter(around | national, kind__in=_BODIES[body])
    return rows.exclude(pk=matter.organisation_id).order_by("name")


def offices_for_transfer(matter: Matter) -> QuerySet[Organisation]:
    """The other offices of Bawaslu: they live here, or their key is registered."""
    rows = Organisation.objects.filter(kind=OrganisationKind.BAWASLU).exclude(pk=matter.organisation_id)
    return _reachable(rows)


def higher_offices(matter: Matter) -> QuerySet[Organisation]:
    """Those above the office of the matter: of a region around its own, and the national one."""
    own = matter.organisation.region_id or ""
    parts = own.split(".")
    around = [".".join(parts[:length]) for length in range(1, len(parts))]
    above = Q(region_id__in=around)
    if own:
        above |= Q(level=OrganisationLevel.NATIONAL)
    return offices_for_transfer(matter).filter(above)


def _reachable(rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
    return rows.filter(Q(kind__in=_LIVING[settings.SINETRA_PROFILE]) | Q(public_key__isnull=False)).order_by("name")
