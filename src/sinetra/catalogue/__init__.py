"""The catalogue: YAML that lawyers edit, read once and kept. ``ROOT`` is handed to ``core``, which opens no fixed path.

instruments.yaml · norms/*.yaml · cases/*.yaml · calendars/*.yaml · timetables/*.yaml · deadlines/*.yaml ·
forms.yaml · regions/ (codes, names, boundaries, with their licence) · press/ (lexicons)
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent
