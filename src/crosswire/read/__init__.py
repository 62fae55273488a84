"""Reading: one article in, a `Reading` with its statements out. A pure function of article, packs and annotator."""
