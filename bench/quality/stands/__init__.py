"""Stands by sentence: who wants, offers, accepts or refuses what, in reports of our own."""
