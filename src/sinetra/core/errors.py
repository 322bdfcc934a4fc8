"""One tree of errors. Shells map it once: to a page, to problem JSON (RFC 9457), to one line on stderr.

``message`` is an Indonesian message id with named placeholders; shells translate it with gettext and fill in
``params``. So write it as ``gettext_noop("... %(field)s ...")`` to have it in the English catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def gettext_noop(message: str) -> str:
    """Marks a message for the catalogue and gives it back unchanged."""
    return message


class SinetraError(Exception):
    """Base of all errors that a person may see. ``code`` is stable and machine-readable."""

    code = "error"
    status = 500

    def __init__(self, message: str, *, code: str | None = None, **params: object) -> None:
        self.message = message
        self.params: Mapping[str, object] = params
        if code is not None:
            self.code = code
        super().__init__(message)

    def __str__(self) -> str:
        return self.message % self.params if self.params else self.message


class BadInput(SinetraError):
    """What was given cannot be used. ``field`` names the place, ``accepted`` what would have been right."""

    code = "bad_input"
    status = 422

    def __init__(
        self, message: str, *, field: str, accepted: Iterable[str] = (), code: str | None = None, **params: object
    ) -> None:
        self.field = field
        self.accepted = tuple(accepted)
        super().__init__(message, code=code, field=field, accepted=", ".join(self.accepted), **params)

    def at(self, place: str) -> BadInput:
        """The same error inside a larger input: ``[3].act.code``."""
        params: dict[str, Any] = {
            name: value for name, value in self.params.items() if name not in {"field", "accepted"}
        }
        return BadInput(self.message, field=f"{place}.{self.field}", accepted=self.accepted, code=self.code, **params)


class Forbidden(SinetraError):
    """The policy says no. The page does not tell whether the object exists."""

    code = "forbidden"
    status = 403


class NotFound(SinetraError):
    code = "not_found"
    status = 404


class Conflict(SinetraError):
    """Somebody else changed it first, or the state does not allow this step."""

    code = "conflict"
    status = 409


class VerificationFailed(SinetraError):
    """A signature, digest or chain does not hold. The command line exits with 3."""

    code = "verification_failed"
    status = 422
