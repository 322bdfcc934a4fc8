"""Putting right what others were told: the lines of a matter in which nothing was proven."""
