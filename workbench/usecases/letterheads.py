"""The office's own logo and fonts on its letters, kept in the store with a first day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.domain.letter import Letter
from workbench.domain.office import OfficeSetting
from workbench.store import files, settings
from workbench.usecases.context import Change, Context
from workbench.usecases.saving import read_bytes

LOGO, FONTS = "office.logo", "office.fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """SHA-256 of logo and fonts as they hold on a day; empty for none."""

    logo: str = ""
    fonts: tuple[str, ...] = ()


def letterhead_on(context: Context, day: date) -> Letterhead:
    """Return the office's own logo and fonts on `day`."""
    logo = settings.setting_on(context.store, LOGO, day)
    fonts = settings.setting_on(context.store, FONTS, day)
    return Letterhead(
        logo=logo.value if logo else "",
        fonts=tuple(fonts.value.split()) if fonts else (),
    )


def set_logo(context: Context, path: Path, valid_from: date) -> Change:
    """Put a picture above letters from a day on.

    Raises:
        LetterheadInvalidError: The file is no picture that can stand on a letter.
        FileUnwritableError: The file cannot be read.
    """
    from workbench.letters.letterhead import check_logo  # noqa: PLC0415  (heavy)

    png = check_logo(read_bytes(path))
    with context.batch("Logo op brieven gewijzigd"):
        sha256 = files.keep_file(
            context.store, png, name=f"{path.stem}.png", media_type="image/png"
        )
        _save(context, LOGO, sha256, valid_from)
    return Change(everything=True)


def set_fonts(context: Context, folder: Path, valid_from: date) -> Change:
    """Set letters in the regular, bold and italic of a folder, from a day on.

    Raises:
        LetterheadInvalidError: The three are not there, or may not or cannot be used.
    """
    from workbench.letters.letterhead import check_fonts  # noqa: PLC0415  (heavy)

    paths = sorted(folder.glob("*.ttf")) + sorted(folder.glob("*.TTF"))
    three = check_fonts([read_bytes(path) for path in paths])
    with context.batch("Lettertype van brieven gewijzigd"):
        kept = [
            files.keep_file(
                context.store, raw, name="lettertype.ttf", media_type="font/ttf"
            )
            for raw in three
        ]
        _save(context, FONTS, " ".join(kept), valid_from)
    return Change(everything=True)


def clear_letterhead(context: Context, valid_from: date) -> Change:
    """Let letters from a day on have no logo and the fonts that come along."""
    with context.batch("Eigen logo en lettertype van brieven gehaald"):
        for key in (LOGO, FONTS):
            _save(context, key, "", valid_from)
    return Change(everything=True)


def dress(context: Context, letter: Letter) -> Letter:
    """Return the letter with the logo and fonts of its sender."""
    sender = letter.sender
    if not sender.logo and not sender.fonts:
        return letter
    return replace(
        letter,
        logo=files.read_file(context.store, sender.logo) if sender.logo else b"",
        fonts=tuple(files.read_file(context.store, one) for one in sender.fonts),
    )


def _save(context: Context, key: str, value: str, valid_from: date) -> None:
    setting = OfficeSetting(
        id=context.new_id(),
        key=key,
        valid_from=valid_from,
        value=value,
        source=context.user,
    )
    settings.save_setting(context.store, setting)
