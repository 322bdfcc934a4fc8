"""Letters and forms of a matter: how an office writes them, each version as it was issued, what came back signed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.numbering import Numbering
from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import LetterState, MatchedBy, choices


class LetterHouse(Row):
    """*Tata naskah dinas* of an office: one row. Letters that were issued keep what they were issued with.

    ``lines`` stand above the office's name; below that of a regional government, whose body writes. The rest is what a
    new letter proposes.
    """

    lines = models.JSONField(default=list)
    address = models.CharField(max_length=300, blank=True, default="")
    place = models.CharField(max_length=100, blank=True, default="")
    paper = models.CharField(max_length=2, default="a4")
    nature = models.CharField(max_length=20, default="Biasa")
    copies = models.JSONField(default=list)
    signature = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation"], name="letter_house_once")]

    def __str__(self) -> str:
        return self.place


class LetterNumber(Numbering):
    """Where the numbering of an office's letters stands in a year."""

    DEFAULT_PATTERN = "{sequence:03}/PM/{roman_month}/{year}"

    pattern = models.CharField(max_length=60, default=DEFAULT_PATTERN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="letter_numbering_once")]


class IssuedDocument(Row):
    """One version of a letter or form: a draft until it has its number, then frozen.

    ``content_sealed``: what was filled in, and once issued the whole text (``core.documents.official``). It may name a
    reported person, never a reporter. ``examination``: of the person whom it is about, at a receiver. ``code_hash``:
    keyed hash of the code on the paper. ``sha256`` is that of the sealed PDF as people hold it; ``blob`` names where it
    lies encrypted. Both are empty until the file was made.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="documents")
    examination = models.ForeignKey("cases.Examination", null=True, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=24)
    form = models.CharField(max_length=24, blank=True, default="")
    edition = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    state = models.CharField(max_length=10, choices=choices(LetterState), default=LetterState.DRAFT)
    content_sealed = models.BinaryField()
    number = models.CharField(max_length=60, blank=True, default="")
    year = models.PositiveSmallIntegerField(null=True)
    sequence = models.PositiveIntegerField(null=True)
    dated_on = models.DateField()
    code_hash = models.CharField(max_length=64, blank=True, default="")
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    blob = models.CharField(max_length=64, blank=True, default="")
    revoked_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "sequence"], name="letter_number_once"),
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="letter_code_once"),
            models.CheckConstraint(
                condition=Q(state=LetterState.DRAFT, number="") | ~Q(state=LetterState.DRAFT) & ~Q(number=""),
                name="letter_issued_has_number",
            ),
        ]
        indexes = [models.Index(fields=["matter", "-created_at", "-id"], name="letter_of_matter")]

    def __str__(self) -> str:
        return self.number or self.kind


class SignedCopy(Row):
    """A file that came back for a document. It is kept whatever it is; ``matched_by`` empty: it does not belong there.

    ``sha256``: of the file as it was sent; ``blob`` names where it lies encrypted. ``has_signature``: an electronic
    signature is inside; whether it holds, its issuer says.
    """

    document = models.ForeignKey("cases.IssuedDocument", on_delete=models.PROTECT, related_name="signed_copies")
    sha256 = models.CharField(max_length=64)
    blob = models.CharField(max_length=64)
    octets = models.PositiveIntegerField()
    matched_by = models.CharField(max_length=8, choices=choices(MatchedBy), blank=True, default="")
    has_signature = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "sha256"], name="signed_copy_once")]
        indexes = [models.Index(fields=["document", "uploaded_at", "id"], name="signed_copy_of_letter")]

    def __str__(self) -> str:
        return self.sha256[:12]
