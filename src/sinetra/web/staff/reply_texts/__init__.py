"""Short texts for messages to reporters: the pages of the office, and the way to insert one."""
