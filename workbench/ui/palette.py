"""The named colours of the window in its light and its dark scheme."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One scheme.

    Attributes:
        window: Behind everything; `surface` is a panel or card on it, `sunken` a quiet one.
        line: Divides; decoration only. `edge` bounds what can be typed in or pressed.
        ink: Text; `muted` is secondary text; `faint` is text of what is switched off.
        primary: Fill of the main button and of what is chosen, with `on_primary` on it.
        accent: Coloured text and icons, such as a link.
        chosen: Fill of the current row; text on it stays `ink` or `muted`.
        mark: Outline of what is pointed at in a figure.
        nav: The navigation bar, with its own text, secondary text, current row and mark.
    """

    is_dark: bool
    window: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    on_primary: str
    accent: str
    chosen: str
    focus: str
    mark: str
    nav: str
    nav_ink: str
    nav_muted: str
    nav_current: str
    nav_mark: str
    neutral: str
    neutral_soft: str
    info: str
    info_soft: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    fault: str
    fault_soft: str
    toast: str
    toast_ink: str
    toast_action: str


LIGHT = Palette(
    is_dark=False,
    window="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EBEFF3",
    line="#D3DAE1",
    edge="#6F7A86",
    ink="#1B1F23",
    muted="#4A5560",
    faint="#6B7580",
    primary="#1C4A78",
    primary_hover="#123C69",
    on_primary="#FFFFFF",
    accent="#1C4A78",
    chosen="#E1ECF7",
    focus="#0B5CAD",
    mark="#B35900",
    nav="#12304F",
    nav_ink="#FFFFFF",
    nav_muted="#C9D6E4",
    nav_current="#234D77",
    nav_mark="#8FC0F0",
    neutral="#414B55",
    neutral_soft="#E6EAEE",
    info="#0B4F8A",
    info_soft="#E6F0FA",
    good="#1B6E3C",
    good_soft="#E4F3E9",
    attention="#7A4B00",
    attention_soft="#FFF1D6",
    fault="#A3201D",
    fault_soft="#FCE9E7",
    toast="#1B1F23",
    toast_ink="#FFFFFF",
    toast_action="#9CCBFF",
)
DARK = Palette(
    is_dark=True,
    window="#13171C",
    surface="#1C2229",
    sunken="#262D36",
    line="#37414C",
    edge="#8A97A5",
    ink="#E8ECF0",
    muted="#AAB5C0",
    faint="#8C97A3",
    primary="#8FC0F0",
    primary_hover="#B5D6F6",
    on_primary="#0B1B2B",
    accent="#9CC8F5",
    chosen="#21374E",
    focus="#7DBBFF",
    mark="#FFB05C",
    nav="#0D1A28",
    nav_ink="#FFFFFF",
    nav_muted="#B7C6D6",
    nav_current="#1F3D5C",
    nav_mark="#8FC0F0",
    neutral="#CBD3DB",
    neutral_soft="#323B46",
    info="#9CCBFF",
    info_soft="#16324D",
    good="#86D9A6",
    good_soft="#163A24",
    attention="#F2C66D",
    attention_soft="#3F300C",
    fault="#FFA69E",
    fault_soft="#4A1E1D",
    toast="#E8ECF0",
    toast_ink="#13171C",
    toast_action="#0B4F8A",
)

# What is drawn on what, so that a test can compute the contrast of every pair.
TEXT_PAIRS = (
    *((text, ground) for text in ("ink", "muted", "accent") for ground in (
        "window", "surface", "sunken", "chosen",
    )),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("nav_ink", "nav"),
    ("nav_ink", "nav_current"),
    ("nav_muted", "nav"),
    *((kind, f"{kind}_soft") for kind in ("neutral", "info", "good", "attention", "fault")),
    *((kind, ground) for kind in ("info", "good", "attention", "fault") for ground in (
        "window", "surface",
    )),
    *(("ink", f"{kind}_soft") for kind in ("info", "good", "attention", "fault")),
    ("toast_ink", "toast"),
    ("toast_action", "toast"),
)  # fmt: skip
EDGE_PAIRS = (
    *((edge, ground) for edge in ("edge", "focus", "primary", "fault") for ground in (
        "window", "surface", "sunken",
    )),
    ("focus", "chosen"),
    ("mark", "surface"),
    ("nav_mark", "nav"),
    ("nav_mark", "nav_current"),
    ("toast", "window"),
    ("faint", "surface"),
)  # fmt: skip
