"""Questions answered with people's own words, one turn after another."""
