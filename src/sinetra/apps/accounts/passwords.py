"""What a new password must be. The hash is made here, before any unit of work."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from sinetra.apps.accounts.models import User
from sinetra.core.errors import BadInput, gettext_noop


def hashed(password: str, user: User) -> str:
    """Errors: ``BadInput`` with what the installation's rules ask for."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise BadInput(
            gettext_noop("Kata sandi belum cukup kuat: %(reasons)s"),
            field="password",
            reasons=" ".join(error.messages),
        ) from error
    return make_password(password)
