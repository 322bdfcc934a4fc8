"""The WSGI application that granian serves; under ``sinetra serve`` the outbox worker runs beside it."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from sinetra.web.long_lived import set_aside_what_stays

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sinetra.settings.main")
application = get_wsgi_application()
set_aside_what_stays()

if os.environ.get("SINETRA_OUTBOX_WORKER") == "1":
    from sinetra.jobs.worker import start_in_process

    start_in_process()
