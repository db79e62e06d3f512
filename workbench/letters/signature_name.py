"""The name of the field in which a letter is signed."""

FIELD = "Handtekening"
