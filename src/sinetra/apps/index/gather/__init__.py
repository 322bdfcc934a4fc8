"""What this installation knows of its regions and units, for the index. Counts only; no row of a person is read."""
