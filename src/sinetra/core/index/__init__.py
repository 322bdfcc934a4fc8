"""The vulnerability index of regions and offices: method, computation, robustness, validation. Never of a person.

configuration = load_index(catalogue)
result = compute(units, configuration, day=day, seed=1)
result_json(result, configuration)
"""

from __future__ import annotations
