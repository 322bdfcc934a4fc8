"""One name sealed to several keys: each holder opens it alone, and the keys are changed without showing the name."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.custodian_files import locked_key
from sinetra.apps.reports.custody import keys_of
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.vault import open_reporter, seal_reporter, unlock
from sinetra.core.errors import VerificationFailed


def seals(reporter: Reporter, report: Report, keeper: Organisation, keys: Sequence[CustodianKey]) -> dict[str, Any]:
    """The columns of an identity. ``keys``: at least one."""
    first, *others = keys
    sealed = {key.key_id: seal_reporter(reporter, report.pk, bytes(key.public_key)) for key in others}
    return {
        "key": first,
        "sealed": seal_reporter(reporter, report.pk, bytes(first.public_key)),
        "also": {key_id: b64encode(content).decode() for key_id, content in sealed.items()},
        "keeper": None if keeper.pk == report.organisation_id else keeper,
    }


def sealed_identity(reporter: Reporter, report: Report, keeper: Organisation, keys: Sequence[CustodianKey]) -> Identity:
    return Identity(organisation_id=report.organisation_id, report=report, **seals(reporter, report, keeper, keys))


def opened_reporter(identity: Identity, secret: str) -> Reporter:
    """By a passphrase or a printed recovery text of any of its keys.

    Errors: ``VerificationFailed`` with code ``vault_locked``, ``locked_key_missing`` when only a printed text could
    help, or ``identity_moved``.
    """
    refused: VerificationFailed | None = None
    for key in keys_of(identity):
        try:
            private_key = unlock(locked_key(key.key_id), secret, bytes(key.public_key))
        except VerificationFailed as error:
            # That a passphrase is wrong tells more than that some other key has no file here.
            refused = error if refused is None or error.code == "vault_locked" else refused
            continue
        return open_reporter(sealed_to(identity, key.key_id), identity.report_id, private_key)
    assert refused is not None  # noqa: S101 - an identity has a key
    raise refused


def sealed_to(identity: Identity, key_id: str) -> bytes:
    """Errors: ``KeyError`` for a key that it is not sealed to."""
    return bytes(identity.sealed) if key_id == identity.key.key_id else b64decode(identity.also[key_id])
