"""Pure functions on text: no domain word, no I/O. Offsets always point into the string that was given."""
