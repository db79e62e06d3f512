"""Everything that can go wrong and that the user can act on.

An error carries facts, never sentences: `ui/explanations.py` gives each class its
words (what happened, what to do now). Whatever is not a `WorkbenchError` is a bug.
"""


class WorkbenchError(Exception):
    """Something the user can act on.

    Attributes:
        facts: Named values for the explanation, such as `path`, `case` or `cell`.
    """

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{name}={value!r}" for name, value in facts.items()))
        self.facts = facts


class StoreDamagedError(WorkbenchError):
    """The store fails its checks. Facts: path, detail."""


class StoreNotOursError(WorkbenchError):
    """The file is no case store of this program. Facts: path."""


class StoreTooNewError(WorkbenchError):
    """The store knows a step this program does not. Facts: path, step."""


class StoreReadOnlyError(WorkbenchError):
    """A write was asked of a store that is open for reading only. Facts: path, reason."""


class StoreFullError(WorkbenchError):
    """The disk has no room left; nothing was changed. Facts: path."""


class StoreInUseError(WorkbenchError):
    """Another program holds the store. Facts: path, holder."""


class StoreOnShareError(WorkbenchError):
    """The folder is on a network or synchronised drive. Facts: path, reason, suggestion."""


class StoreWriteFailedError(WorkbenchError):
    """The disk refused a write for another reason. Facts: path, detail."""


class StoreBusyError(WorkbenchError):
    """A job has the store; nothing can be written until it ends. Facts: action."""


class FigureTwiceError(WorkbenchError):
    """One figure stands twice in a delivery. Facts: cell, other."""


class BackupFailedError(WorkbenchError):
    """A copy could not be made or did not pass its check. Facts: path, detail."""


class UndoConflictError(WorkbenchError):
    """Later actions built on this one. Facts: action, later (names, newest first)."""


class UndoFinalError(WorkbenchError):
    """The action cannot be undone, such as a seal. Facts: action."""


class NothingToUndoError(WorkbenchError):
    """There is no action to undo or redo. Facts: direction ("undo" or "redo")."""


class CaseNotFoundError(WorkbenchError):
    """No such case. Facts: case."""


class CaseClosedError(WorkbenchError):
    """The case is closed; its answers are evidence by now. Facts: case."""


class FactInvalidError(WorkbenchError):
    """A typed value cannot be read. Facts: field, value, expected."""


class ReasonMissingError(WorkbenchError):
    """The change needs a reason. Facts: field."""


class RulesInvalidError(WorkbenchError):
    """A rule, reference or letter text file is wrong. Facts: path, entry, detail."""


class LetterNotReadyError(WorkbenchError):
    """Findings are still open, so the letter cannot be sealed. Facts: case, missing."""


class LetterInvalidError(WorkbenchError):
    """The letter fails a PDF check or a rule of its form. Facts: letter, detail."""


class LetterheadInvalidError(WorkbenchError):
    """A picture or font cannot stand on letters; `detail` is a code."""


class SigningError(WorkbenchError):
    """A letter cannot be signed, or its signatures not be read; `detail` is a code."""


class UnknownGlyphError(WorkbenchError):
    """The letter's font lacks a character. Facts: character, name, text."""


class ReadingStoppedError(WorkbenchError):
    """The user stopped a reading; nothing was read or changed."""


class WorkbookRefusedError(WorkbenchError):
    """A file from outside cannot be taken in. Facts: file, code, detail."""


class WorkbookFaultyError(WorkbenchError):
    """A workbook was read but has wrong cells. Facts: file, faults."""


class GeometryRefusedError(WorkbenchError):
    """A file with outlines of regions cannot be used. Facts: file, detail (a code)."""


class FileInUseError(WorkbenchError):
    """Another program holds the file. Facts: path, suggestion."""


class FileUnwritableError(WorkbenchError):
    """The file cannot be written here. Facts: path, detail."""


class FileTooLargeError(WorkbenchError):
    """The file is larger than the program keeps. Facts: path, size, limit (bytes)."""
