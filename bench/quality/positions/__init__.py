"""Positions, gaps and rounds over sets of invented reports, and over the demo."""
