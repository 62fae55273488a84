"""PLOVER roots of political relations (see evaluate.py)."""
