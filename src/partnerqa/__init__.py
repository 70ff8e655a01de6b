"""partnerqa: ask health-experience collections, and read people's own words with their names."""

__version__ = "0.1.0"
