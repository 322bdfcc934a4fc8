"""What was known at a cut-off: rows whose first entry stands in the audit chain up to its head of that moment.

A legal date alone would not do: what is on paper is entered later with its own date. So a cut-off is a date and, of
every organisation, a place in its chain; nothing that comes later, whatever date it bears, gets before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sinetra.apps.audit.merkle import Head, root
from sinetra.apps.audit.models import AuditEntry, AuditHead, SealedRow
from sinetra.apps.base.block import block_type
from sinetra.apps.base.row import Row
from sinetra.core.errors import VerificationFailed, gettext_noop

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """``heads``: of each organisation how many entries its chain had, and the hash of the last."""

    as_of: date
    heads: Mapping[UUID, tuple[int, str]]

    @property
    def root(self) -> str:
        """Over all heads, as checkpoints have it; it says nothing of any one office."""
        return root([Head(organisation=str(key), seq=seq, hash=last) for key, (seq, last) in self.heads.items()])

    def to_json(self) -> dict[str, list[Any]]:
        return {str(key): [seq, last] for key, (seq, last) in sorted(self.heads.items())}


def cut_off_now(as_of: date) -> CutOff:
    """Call it before anything is read: what commits meanwhile stands behind the heads."""
    heads = AuditHead.objects.order_by("organisation_id").values_list("organisation_id", "seq", "hash")
    return CutOff(as_of=as_of, heads={key: (seq, last) for key, seq, last in heads})


def cut_off_of(as_of: date, heads: Mapping[str, list[Any]]) -> CutOff:
    return CutOff(as_of=as_of, heads={UUID(key): (int(seq), str(last)) for key, (seq, last) in heads.items()})


def require_chain(cut_off: CutOff) -> None:
    """Errors: ``VerificationFailed`` when a chain does not hold the entry any more that was its head."""
    for key, (seq, last) in cut_off.heads.items():
        if seq and not AuditEntry.objects.filter(organisation_id=key, seq=seq, hash=last).exists():
            raise VerificationFailed(
                gettext_noop("Rantai jejak instansi %(organisation)s tidak lagi memuat catatan %(seq)s dari saat itu."),
                code="chain",
                organisation=str(key),
                seq=seq,
            )


def known(model: type[R], cut_off: CutOff) -> Iterator[QuerySet[R]]:
    """The rows of each organisation that were recorded by then, in any order."""
    name = model.type_name()
    has_blocks = AuditEntry.objects.filter(object_type=block_type(name)).exists()
    there = set(model._base_manager.order_by().values_list("organisation_id", flat=True).distinct())
    for organisation in sorted(there & set(cut_off.heads)):
        entries = AuditEntry.objects.filter(organisation_id=organisation, seq__lte=cut_off.heads[organisation][0])
        recorded = Q(Exists(entries.filter(object_type=name, object_id=OuterRef("pk"))))
        if has_blocks:
            blocks = entries.filter(object_type=block_type(name)).values("object_id")
            recorded |= Q(pk__in=SealedRow.objects.filter(block__in=blocks).values("object_id"))
        yield model._base_manager.filter(recorded, organisation_id=organisation)
