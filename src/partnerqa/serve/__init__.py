"""The HTTP service: an API and pages over one sealed index."""
