"""The signed file of a letter comes back: known by our own bytes or by its code, kept and told when it is another's."""

from __future__ import annotations

import pytest
from letter_cast import issued, made, printed_elsewhere
from report_cast import Cast

from sinetra.apps.cases.actions.set_letter_house import House
from sinetra.apps.cases.actions.take_signed import take_signed
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.reads import public_document, signed_file
from sinetra.apps.cases.models import SignedCopy
from sinetra.apps.cases.vocabulary import MatchedBy
from sinetra.core.errors import BadInput

pytestmark = pytest.mark.django_db


def signed_by_a_service(content: bytes) -> bytes:
    """As a service of certified signatures does: our bytes first, its own update behind them."""
    return content + b"\n99 0 obj\n<</Type/Sig/ByteRange[0 1 2 3]>>\nendobj\n%%EOF\n"


def test_a_signed_file_is_known_by_our_own_bytes_or_by_its_code(cast: Cast, house: House) -> None:
    row = issued(cast, cast.matter(), "receipt")
    content = made(cast, row)
    first = take_signed(document=row, content=signed_by_a_service(content), actor=cast.staff)
    assert (first.copy.matched_by, first.copy.has_signature) == (MatchedBy.FILE, True)
    second = take_signed(document=row, content=printed_elsewhere(text_of(row).code), actor=cast.staff)
    assert (second.copy.matched_by, second.copy.has_signature) == (MatchedBy.TOKEN, False)
    told = public_document(text_of(row).code)
    assert told is not None and told.signed == (first.copy.sha256,), "nobody signed the second"


def test_a_file_of_another_letter_is_told_and_kept(cast: Cast, house: House) -> None:
    row, other = (issued(cast, cast.matter(), "receipt") for _ in range(2))
    strange = printed_elsewhere(text_of(other).code)
    found = take_signed(document=row, content=strange, actor=cast.staff, typed=text_of(row).code)
    assert (found.copy.matched_by, found.other) == ("", (text_of(other).code.replace("-", ""),))
    assert signed_file(cast.staff, found.copy.pk)[1] == strange
    assert take_signed(document=row, content=strange, actor=cast.staff).repeated
    told = public_document(text_of(row).code)
    assert told is not None and told.signed == ()


def test_a_scan_needs_the_code_that_is_printed_on_it(cast: Cast, house: House) -> None:
    row = issued(cast, cast.matter(), "receipt")
    scan = printed_elsewhere("")
    with pytest.raises(BadInput) as refused:
        take_signed(document=row, content=scan, actor=cast.staff, typed="AAAA-BBBB-CCCC-DDDD")
    assert refused.value.field == "typed"
    assert take_signed(document=row, content=scan, actor=cast.staff).copy.matched_by == ""
    again = take_signed(document=row, content=scan, actor=cast.staff, typed=text_of(row).code)
    assert (again.repeated, again.copy.matched_by) == (True, "typed"), "sent again with its code"


def test_only_a_whole_harmless_pdf_is_taken(cast: Cast, house: House) -> None:
    row = issued(cast, cast.matter(), "receipt")
    for content in (b"", b"PK\x03\x04 word", made(cast, row)[:500]):
        with pytest.raises(BadInput) as refused:
            take_signed(document=row, content=content, actor=cast.staff)
        assert refused.value.field == "file"
    assert not SignedCopy.objects.exists()
