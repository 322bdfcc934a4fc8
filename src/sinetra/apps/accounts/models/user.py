"""A person's account in one organisation."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.db import models

from sinetra.apps.base.row import Row


class UserManager(BaseUserManager["User"]):
    """Reads only; accounts are made by ``actions.create_user``."""


class User(Row, AbstractBaseUser):
    """``username`` is unique in the installation. The audit chain covers the stored password hash: one that was
    put in past the verbs is found by ``verify-audit``. So nothing else may rewrite the row: there is no
    ``last_login`` column, and checking a password never stores it again. ``created_by`` None: the installation itself.
    """

    last_login = None
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="accounts")
    created_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "name", "id"], name="user_by_name")]

    def __str__(self) -> str:
        return self.name

    def check_password(self, raw_password: str) -> bool:
        return check_password(raw_password, self.password)
