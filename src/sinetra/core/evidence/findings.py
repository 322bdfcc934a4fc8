"""What may be conspicuous in a file. It is kept all the same: it may be evidence, so it waits in quarantine."""

from __future__ import annotations

from enum import StrEnum


class Finding(StrEnum):
    """Values are stored and public: rename nothing."""

    PDF_SCRIPT = "pdf_script"  # JavaScript
    PDF_LAUNCH = "pdf_launch"  # starts a program
    PDF_EMBEDDED = "pdf_embedded"  # carries other files
    PDF_ENCRYPTED = "pdf_encrypted"  # cannot be looked into
    MACRO = "macro"
    OLD_OFFICE = "old_office"  # may hide macros
    SECOND_KIND = "second_kind"  # something else is in or behind it
    WRONG_ENDING = "wrong_ending"
    VIRUS = "virus"


#: Keeps nobody from opening it.
HARMLESS = frozenset({Finding.WRONG_ENDING})


def calls_for_quarantine(findings: frozenset[Finding]) -> bool:
    """
    >>> calls_for_quarantine(frozenset({Finding.WRONG_ENDING})), calls_for_quarantine(frozenset({Finding.MACRO}))
    (False, True)
    """
    return bool(findings - HARMLESS)
