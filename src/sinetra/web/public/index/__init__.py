"""The vulnerability index for everybody: the list, one unit with its reasons, the method."""
