"""Other systems on the same data, scored by the same evaluators in the same run."""
