"""What is filled in about a circular: where a draft begins, and the draft itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.prevention.actions.write_circular import SUBJECT, TEXT
from sinetra.apps.prevention.circular_letter import NATURES, STATUSES
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.circular_draft import Block
from sinetra.core.prevention.circular_points import points
from sinetra.web import law_words
from sinetra.web.law_view import in_words
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.advice.forms import NormList
from sinetra.web.staff.prevention.fields import day_field

SIGNATORIES = (
    (HeldRoleName.REGIONAL_HEAD.value, _lazy("kepala daerah")),
    (HeldRoleName.REGIONAL_SECRETARY.value, _lazy("sekretaris daerah")),
    (HeldRoleName.PPK.value, _lazy("PPK (kepegawaian)")),
)
# The block that the author adds to those of the template.
EXTRA = "tambahan"


class Lines(forms.CharField):
    """One entry a line; a tuple."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), **more)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return tuple(line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip())


class _ScopeForm(forms.Form):
    use_required_attribute = False
    issued_on = day_field(
        _lazy("Tanggal surat"),
        missing=_lazy("Tulis tanggalnya, misalnya 2025-12-31."),
        help_text=_lazy("Pasal yang dikutip adalah yang berlaku pada tanggal ini."),
    )
    statuses = forms.MultipleChoiceField(
        label=_lazy("Berlaku bagi"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih sedikitnya satu status pegawai.")},
    )
    signatory_role = forms.ChoiceField(
        label=_lazy("Penanda tangan"),
        choices=SIGNATORIES,
        help_text=_lazy(
            "Nama dan jabatan (definitif, Plt., Plh., Pj., Pjs.) diambil dari Register pada tanggal surat."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["statuses"].choices = [  # type: ignore[attr-defined]
            (item.value, law_words.word(law_words.STATUSES, item)) for item in STATUSES
        ]

    def statuses_said(self) -> tuple[SubjectStatus, ...]:
        return tuple(SubjectStatus(name) for name in self.cleaned_data["statuses"])


class BeginForm(_ScopeForm):
    template = forms.ChoiceField(
        label=_lazy("Templat"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih satu templat.")},
    )
    field_order = ["template", "issued_on", "statuses", "signatory_role"]

    def __init__(self, data: Any, choices: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["template"].choices = choices  # type: ignore[attr-defined]


class DraftForm(_ScopeForm):
    """The frame of the letter, then each block: its text, and the norms that it names to tick."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    subject = PlainText(label=_lazy("Hal (tentang)"), min_length=SUBJECT[0], max_length=SUBJECT[1])
    number = forms.CharField(
        label=_lazy("Nomor"),
        help_text=_lazy("Kosongkan bila nomor diberikan saat terbit, menurut pola kantor."),
        max_length=120,
        required=False,
    )
    nature = forms.ChoiceField(label=_lazy("Sifat"), choices=[(text, text) for text in NATURES])
    place = PlainText(label=_lazy("Tempat"), max_length=100, required=False)
    groups = Lines(label=_lazy("Kelompok yang disebut"), help_text=_lazy("Satu baris satu kelompok, misalnya guru."))
    addressees = Lines(label=_lazy("Kepada Yth."), help_text=_lazy("Satu baris satu penerima."))
    copies = Lines(label=_lazy("Tembusan"), help_text=_lazy("Satu baris satu penerima."))

    def __init__(self, data: Any, blocks: Iterable[Block], candidates: dict[str, tuple[str, ...]], **more: Any) -> None:
        """``candidates``: norms to tick for a block, by its key."""
        super().__init__(data, **more)
        self.blocks = tuple(blocks)
        statuses = [SubjectStatus(name) for name in (self.initial.get("statuses") or ())]
        for block in self.blocks:
            self._add(block, candidates.get(block.key, ()), statuses)
        self.fields[f"heading_{EXTRA}"] = PlainText(label=_lazy("Judul bagian"), max_length=200, required=False)
        self.fields[f"text_{EXTRA}"] = _area(required=False)
        self.fields[f"norms_{EXTRA}"] = NormList(required=False)

    def _add(self, block: Block, candidates: tuple[str, ...], statuses: list[SubjectStatus]) -> None:
        self.fields[f"text_{block.key}"] = _area(required=False, initial=block.text)
        names = tuple(dict.fromkeys((*block.norms, *candidates)))
        if names:
            self.fields[f"norms_{block.key}"] = forms.MultipleChoiceField(
                label=_lazy("Aturan yang disebut"),
                choices=[(name, _norm_label(name, self.initial.get("issued_on"), statuses)) for name in names],
                widget=forms.CheckboxSelectMultiple,
                initial=list(block.norms),
                required=False,
            )

    def parts(self) -> list[dict[str, Any]]:
        """For the page: each block with its bound fields."""
        found = [
            {
                "heading": block.heading or _("Pembuka"),
                "text": self[f"text_{block.key}"],
                "norms": self[f"norms_{block.key}"] if f"norms_{block.key}" in self.fields else None,
                "lists_sources": block.lists_sources,
            }
            for block in self.blocks
        ]
        extra = {
            "heading": _("Bagian tambahan"),
            "title": self[f"heading_{EXTRA}"],
            "text": self[f"text_{EXTRA}"],
            "norms": self[f"norms_{EXTRA}"],
        }
        return [*found, extra]

    def frame(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if not bound.name.startswith(("text_", "norms_", "heading_"))]

    def blocks_said(self) -> tuple[Block, ...]:
        """The blocks as typed; an extra one stands before the closing ones that have no norms."""
        given = self.cleaned_data
        found = [
            Block(
                key=block.key,
                heading=block.heading,
                text=given[f"text_{block.key}"],
                norms=tuple(given.get(f"norms_{block.key}", ())),
                lists_sources=block.lists_sources,
            )
            for block in self.blocks
        ]
        text, norms = given[f"text_{EXTRA}"], given[f"norms_{EXTRA}"]
        if text or norms:
            named = [at for at, block in enumerate(found) if block.norms]
            keys = {block.key for block in found}
            key = next(name for n in range(100) if (name := f"bagian{n}") not in keys)
            heading = given[f"heading_{EXTRA}"] or _("Ketentuan lain")
            found.insert(named[-1] + 1 if named else 1, Block(key=key, heading=heading, text=text, norms=norms))
        return tuple(found)


def _area(**more: Any) -> PlainText:
    return PlainText(label=_lazy("Naskah"), max_length=TEXT[1], widget=forms.Textarea(attrs={"rows": 4}), **more)


def _norm_label(name: str, day: Any, statuses: list[SubjectStatus]) -> str:
    """Title and articles, each with how far it was read: the officer sees what is to be checked before signing."""
    book = rulebook()
    if name not in book.place or day is None:
        return name
    told = points(book, [name], day, statuses)[0]
    sources = "; ".join(
        f"{item.text} ({law_words.word(law_words.CONFIDENCE, item.confidence)})" for item in told.sources
    )
    return f"{in_words(book.norm(name).title)} – {sources}" if sources else in_words(book.norm(name).title)
