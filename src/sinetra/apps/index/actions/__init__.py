"""What is done with the index."""
