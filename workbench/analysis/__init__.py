"""What the figures say: shares, effects and bridges, as pure functions."""
