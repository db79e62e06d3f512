"""Stops a start with words for the user instead of a traceback."""


class Trouble(Exception):  # noqa: N818 (it reads as what it is)
    """Something the user must do first; its text says what, in Dutch."""
