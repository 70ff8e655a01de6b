"""Files become documents, sections, quotes with attribution, and passages."""
