"""The kinds of file that the page takes, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.actions.import_recommendations import import_recommendations, preview_recommendations
from sinetra.apps.cases.actions.import_sbt import import_sbt, preview_sbt
from sinetra.apps.cases.recommendation_file import COLUMNS as RECOMMENDATIONS
from sinetra.apps.cases.sbt_file import COLUMNS as SBT
from sinetra.apps.cases.sbt_file import sbt_file
from sinetra.apps.registry.imports.columns import Column, Imported
from sinetra.apps.registry.imports.people import COLUMNS as PEOPLE
from sinetra.apps.registry.imports.people import import_people, preview_people
from sinetra.apps.registry.imports.units import COLUMNS as UNITS
from sinetra.apps.registry.imports.units import import_units, preview_units
from sinetra.apps.registry.models import Organisation
from sinetra.core.clock.bilingual import Bilingual
from sinetra.ports.clock import today

Read = Callable[[Path, Organisation, Actor], Imported]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """``sheet``: the sheet of the example file. ``action``: what the role must allow. ``page``: where it is shown.
    ``notes``: what to know before one sends such a file. ``titles``: what each column is, where the catalogue says it.
    """

    name: str
    word: str | Promise
    sheet: str
    columns: tuple[Column, ...]
    preview: Read
    store: Read
    action: str
    page: str
    notes: tuple[str | Promise, ...]
    titles: Mapping[str, Bilingual] = field(default_factory=dict)


def _store_people(path: Path, office: Organisation, actor: Actor) -> Imported:
    return import_people(path, organisation=office, actor=actor, today=today(office.region_id))


def _preview_recommendations(path: Path, office: Organisation, actor: Actor) -> Imported:
    return preview_recommendations(path, organisation=office, today=today(office.region_id), actor=actor)


def _store_recommendations(path: Path, office: Organisation, actor: Actor) -> Imported:
    return import_recommendations(path, organisation=office, today=today(office.region_id), actor=actor)


def _preview_sbt(path: Path, office: Organisation, actor: Actor) -> Imported:
    return preview_sbt(path, organisation=office, today=today(office.region_id), actor=actor)


def _store_sbt(path: Path, office: Organisation, actor: Actor) -> Imported:
    return import_sbt(path, organisation=office, today=today(office.region_id), actor=actor)


KINDS = {
    "pegawai": FileKind(
        name="pegawai",
        word=gettext_lazy("Pegawai"),
        sheet="Pegawai",
        columns=PEOPLE,
        preview=lambda path, office, actor: preview_people(path, organisation=office, actor=actor),
        store=_store_people,
        action="registry.store_person",
        page="people",
        notes=(
            gettext_lazy("Masukkan unit dahulu, lalu pegawai."),
            gettext_lazy("Pegawai dikenali dari NIP; yang tanpa NIP dari nama dan unit."),
            gettext_lazy("NIP harus berupa teks. Excel membulatkan angka yang panjang."),
        ),
    ),
    "unit": FileKind(
        name="unit",
        word=gettext_lazy("Unit"),
        sheet="Unit",
        columns=UNITS,
        preview=lambda path, office, actor: preview_units(path, organisation=office, actor=actor),
        store=lambda path, office, actor: import_units(path, organisation=office, actor=actor),
        action="registry.store_person",
        page="registry",
        notes=(),
    ),
    "rekomendasi": FileKind(
        name="rekomendasi",
        word=gettext_lazy("Rekomendasi lama"),
        sheet="Rekomendasi",
        columns=RECOMMENDATIONS,
        preview=_preview_recommendations,
        store=_store_recommendations,
        action="recommendation.import",
        page="recommendations",
        notes=(
            gettext_lazy("Rekomendasi dikenali dari nomor, tanggal, dan penerimanya."),
            gettext_lazy("Jangan menulis nama orang; cukup jumlah orangnya."),
            gettext_lazy("Jawaban yang lebih baru di sini tidak ditimpa berkas yang lebih lama."),
        ),
    ),
    "sbt": FileKind(
        name="sbt",
        word=gettext_lazy("Jawaban SBT"),
        sheet="SBT",
        columns=SBT,
        preview=_preview_sbt,
        store=_store_sbt,
        action="package.record_acknowledgement",
        page="proof_list",
        notes=(
            gettext_lazy("Pakai berkas yang diambil dari Berkas untuk SBT; isi nomor, status, dan tanggalnya."),
            gettext_lazy("Tiap jawaban menunggu orang kedua, dan ditandai: dicatat pengirim."),
        ),
        titles={column.name: column.title for column in sbt_file().columns},
    ),
}


def kinds_for(actor: Actor) -> list[FileKind]:
    return [kind for kind in KINDS.values() if may(actor, kind.action)]
