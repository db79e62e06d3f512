"""Where everything stands on the paper and in what type.

The positions are our own proposal (`look.md` 4); the sizes follow the official ones for
correspondence, turned to Fira Sans so that a line of the body holds some 78 characters.
"""

from dataclasses import dataclass

from workbench.letters.fonts import Faces
from workbench.letters.style import Style

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)

LEFT = 28 * MM
BODY_WIDTH = 127 * MM
BODY_BOTTOM = 272 * MM
NEXT_TOP = 40 * MM

SENDER_TOP = 17 * MM
RETURN_TOP = 46.5 * MM
ADDRESS_TOP = 52 * MM
ADDRESS_WIDTH = 92 * MM
ADDRESS_BOTTOM = 82 * MM  # of the window of the envelope
DATE_TOP = 98 * MM
VALUE_LEFT = 46 * MM
VALUE_WIDTH = 109 * MM
SALUTATION_TOP = 123 * MM

COLUMN_LEFT = 162 * MM
COLUMN_WIDTH = 40 * MM
COLUMN_BOTTOM = 270 * MM
STAMP_TOP = 17 * MM
LOGO_LEFT, LOGO_HEIGHT = 98.5 * MM, 37.125 * MM  # the official place, to the edge
LOGO_WIDTH = COLUMN_LEFT - LOGO_LEFT - 4 * MM
STAMP_GAP, STAMP_PADDING = 4.0, 6.0
CLASSIFICATION_TOP = 9 * MM
FOOT_TOP = 281 * MM
FOLDS = (99 * MM, 198 * MM)
FOLD_LEFT, FOLD_RIGHT = 5 * MM, 8 * MM

SENDER_COLOUR = "#1C4A78"
FOLD_COLOUR = "#999999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The type of every kind of text in a letter."""

    body: Style
    heading: Style
    subheading: Style
    cell: Style
    cell_bold: Style
    title: Style
    note: Style
    sender: Style
    directorate: Style
    small: Style
    small_bold: Style
    stamp: Style
    document: Style


def set_styles(faces: Faces) -> Styles:
    """Return the styles in the fonts of `faces`."""
    plain, bold = faces.regular, faces.bold
    return Styles(
        body=Style(face=plain, size=9.9, leading=12.75),
        heading=Style(face=bold, size=9.9, leading=12.75),
        subheading=Style(face=faces.italic, size=9.9, leading=12.75),
        cell=Style(face=plain, size=8.9, leading=11),
        cell_bold=Style(face=bold, size=8.9, leading=11),
        title=Style(face=bold, size=8.9, leading=11.5),
        note=Style(face=plain, size=7, leading=9),
        sender=Style(face=bold, size=12.5, leading=16, colour=SENDER_COLOUR),
        directorate=Style(face=plain, size=9.4, leading=12, colour=SENDER_COLOUR),
        small=Style(face=plain, size=7.3, leading=9.3),
        small_bold=Style(face=bold, size=7.3, leading=9.3),
        stamp=Style(face=bold, size=11, leading=15),
        document=Style(face=plain, size=32, leading=40, colour=SENDER_COLOUR),
    )
