"""Pages that watch over the house itself: who opened what, and what is erased when."""
