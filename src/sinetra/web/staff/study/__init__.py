"""Pages of the study of a matter and of the plenary that decides on it."""
