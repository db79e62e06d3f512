"""Puts the layers together and starts the program."""
