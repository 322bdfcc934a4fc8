"""What institutions agreed, what one asked of the other, what was disclosed, and what leaked."""

from __future__ import annotations

from sinetra.apps.agreements.models.agreement import Agreement, AgreementAnnex, AgreementMeeting, Obligation
from sinetra.apps.agreements.models.breach import Breach
from sinetra.apps.agreements.models.data_request import DataRequest, RequestedField
from sinetra.apps.agreements.models.disclosure import Disclosure, DisclosureOpening

__all__ = [
    "Agreement",
    "AgreementAnnex",
    "AgreementMeeting",
    "Breach",
    "DataRequest",
    "Disclosure",
    "DisclosureOpening",
    "Obligation",
    "RequestedField",
]
