"""Letters of a matter for its office: made, looked at, numbered, taken along, brought back signed."""

from __future__ import annotations
