"""How well positions, gaps, rounds and both ledgers come out of sets written blind."""
