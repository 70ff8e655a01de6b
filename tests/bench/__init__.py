"""How fast and how large partnerqa is beside the plain way; `scripts/bench` prints the table."""
