"""The vulnerability index of this installation: what is known of its regions and units, computed and kept."""
