"""Files of a public form go from the network into a sealed file: never into memory whole, never in clear on a disk.

Django puts files of a form into memory or a temporary file by itself; a view that takes evidence says
``take_files(request)`` before anything else of the form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from sinetra.apps.evidence.actions.drop_upload import drop_upload
from sinetra.apps.evidence.actions.receive_file import Incoming, receive_file
from sinetra.apps.evidence.models import Upload
from sinetra.core.errors import SinetraError
from sinetra.core.file_name import bare_name
from sinetra.ports.limits import Kind, admit
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault

FIELD = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One file of the form: ``upload`` with its secret ``key``, or why it was not taken."""

    name: str
    key: str = ""
    upload: Upload | None = None
    error: SinetraError | None = None


def told(item: Arrived) -> Fault:
    """Why one was not taken, with its name."""
    message = in_words(item.error) if item.error else ""
    return Fault(field="id_files", message=f"{item.name}: {message}" if item.name else message)


def take_files(request: HttpRequest) -> SealingHandler:
    """Reads the form. When that breaks off (text without end, a lost connection), nothing of its files is left.

    Errors: those of Django for ``request.POST``.
    """
    handler = SealingHandler(request)
    request.upload_handlers = [handler]
    try:
        request.POST  # noqa: B018 - reads it
    except BaseException:
        handler.drop_all()
        raise
    return handler


class SealingHandler(FileUploadHandler):
    """A file that is refused is read to its end and dropped, so that the rest of the form still arrives."""

    chunk_size = 256 * 1024

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.arrived: list[Arrived] = []
        self._incoming: Incoming | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._abandon()
        # A browser sends an empty part when no file was chosen.
        if self.field_name != FIELD or not self.file_name:
            raise SkipFile
        try:
            admit(Kind.UPLOAD, self.request.META if self.request else {})
            self._incoming = receive_file(name=self.file_name)
        except SinetraError as error:
            self._refuse(error)
            raise SkipFile from error

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        del start
        if self._incoming is None:
            raise SkipFile
        try:
            self._incoming.write(raw_data)
        except SinetraError as error:
            self._refuse(error)
            raise SkipFile from error

    def file_complete(self, file_size: int) -> None:
        """Nothing for ``request.FILES``: what came is in ``arrived``."""
        del file_size
        if self._incoming is None:
            return
        try:
            upload = self._incoming.finish()
        except SinetraError as error:
            self._refuse(error)
            return
        self.arrived.append(Arrived(name=self._name(), key=self._incoming.key, upload=upload))
        self._incoming = None

    def upload_interrupted(self) -> None:
        """The connection broke: nothing of this file is left."""
        self._abandon()

    def drop_all(self) -> None:
        self._abandon()
        for item in self.arrived:
            if item.key:
                drop_upload(key=item.key)

    def _refuse(self, error: SinetraError) -> None:
        self.arrived.append(Arrived(name=self._name(), error=error))
        self._abandon()

    def _abandon(self) -> None:
        if self._incoming is not None:
            self._incoming.abandon()
        self._incoming = None

    def _name(self) -> str:
        return bare_name(self.file_name or "")
