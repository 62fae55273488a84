"""How well both ledgers read sentences of real news that nobody wrote for us."""
