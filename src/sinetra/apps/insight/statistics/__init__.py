"""Cases, persons and acts as they stood at a cut-off: counted from dated lines, not from what rows say now."""
