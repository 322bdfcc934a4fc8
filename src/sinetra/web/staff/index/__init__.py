"""The vulnerability index for staff: what is of their own office, and computing it now."""
