"""The sealed index: manifest, documents, words, vectors; how it is built, opened and verified."""
