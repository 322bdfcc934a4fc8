"""Files of offices into the registry: everything is checked first, then all of it is stored or nothing."""

from __future__ import annotations
