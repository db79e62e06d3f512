"""What leaves the program as a dossier."""
