"""The bench of present mode: what a step takes, from the key to the frame on the screen."""
