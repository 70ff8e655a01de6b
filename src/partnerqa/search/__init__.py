"""Questions to ranked hits: syntax, filters, candidates, fusion, calibration, selection."""
