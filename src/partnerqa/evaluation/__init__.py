"""How well a collection is asked and answered, measured on questions with known answers."""
