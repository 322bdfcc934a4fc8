"""The reader of the press under load: invented pages with known events, as many as wanted."""
