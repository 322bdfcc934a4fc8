"""What leaves on paper or in a message: the content of each piece as a value, and one small renderer."""
