"""Makes each page of the window when it is first wanted, and connects it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from workbench.ui.cases_page import CasesPage
    from workbench.ui.exchange_page import ExchangePage
    from workbench.ui.figures_page import FiguresPage
    from workbench.ui.instruments_page import InstrumentsPage
    from workbench.ui.letters_page import LettersPage
    from workbench.ui.main_window import MainWindow


class WindowPages:
    """The pages by key; those that were never shown were never made.

    Every page imports what it shows, so it is imported when it is made: the first
    window stays quick (`desktop.md` 2.1).
    """

    def __init__(
        self, window: MainWindow, session: Session, actions: WindowActions
    ) -> None:
        self.made: dict[str, QWidget] = {}
        self._window = window
        self._session = session
        self._actions = actions
        self._makers: dict[str, Callable[[], QWidget]] = {
            "overview": self._overview,
            "cases": self._cases,
            "planning": self._planning,
            "figures": self._figures,
            "letters": self._letters,
            "exchange": self._exchange,
            "registers": self._registers,
            "instruments": self._instruments,
            "coverage": self._coverage,
            "settings": self._settings,
            "help": self._help,
        }

    def page(self, key: str) -> QWidget:
        """Return a page, made now if it is wanted for the first time."""
        if key not in self.made:
            self.made[key] = self._makers[key]()
        return self.made[key]

    def cases(self) -> CasesPage:
        return cast("CasesPage", self.page("cases"))

    def figures(self) -> FiguresPage:
        return cast("FiguresPage", self.page("figures"))

    def letters(self) -> LettersPage:
        return cast("LettersPage", self.page("letters"))

    def exchange(self) -> ExchangePage:
        return cast("ExchangePage", self.page("exchange"))

    def instruments(self) -> InstrumentsPage:
        return cast("InstrumentsPage", self.page("instruments"))

    def _overview(self) -> QWidget:
        from workbench.ui.overview_page import OverviewPage  # noqa: PLC0415

        page = OverviewPage(self._session)
        page.case_wanted.connect(self._window.open_case)
        page.signal_asked.connect(self._window.note_signal)
        page.group_wanted.connect(self._show_group)
        return page

    def _show_group(self, key: str) -> None:
        self._window.show_page("cases")
        self.cases().filters[key].click()

    def _cases(self) -> QWidget:
        from workbench.ui.cases_page import CasesPage  # noqa: PLC0415

        page = CasesPage(self._session, self._actions)
        page.case.told.connect(self._window.tell)
        page.case.place_wanted.connect(self._window.open_place)
        page.case.wanted.connect(self._window.go_to)
        return page

    def _planning(self) -> QWidget:
        from workbench.ui.planning_page import PlanningPage  # noqa: PLC0415

        page = PlanningPage(self._session, self._actions)
        page.wanted.connect(self._window.go_to)
        page.told.connect(self._window.tell)
        return page

    def _figures(self) -> QWidget:
        from workbench.ui.figures_page import FiguresPage  # noqa: PLC0415

        page = FiguresPage(self._session, self._actions)
        page.case_wanted.connect(self._window.open_case)
        page.told.connect(self._window.tell)
        return page

    def _letters(self) -> QWidget:
        from workbench.ui.letters_page import LettersPage  # noqa: PLC0415

        page = LettersPage(self._session, self._actions)
        page.case_wanted.connect(self._open_letter)
        return page

    def _open_letter(self, case_id: str) -> None:
        self._window.open_case(case_id)
        self.cases().case.open_letter()

    def _exchange(self) -> QWidget:
        from workbench.ui.exchange_page import ExchangePage  # noqa: PLC0415

        page = ExchangePage(self._session, self._actions)
        page.told.connect(self._window.tell)
        page.done.connect(self._window.tell_done)
        page.requests.letter_asked.connect(self._write_request)
        return page

    def _write_request(self, request_id: str) -> None:
        from workbench.domain.finding import LetterKind  # noqa: PLC0415
        from workbench.domain.letter import LetterSubject  # noqa: PLC0415

        self._window.show_page("letters")
        subject = LetterSubject(request_id=request_id)
        self.letters().write_about(subject, LetterKind.FIGURES_REQUEST)

    def go_to(self, target: str) -> None:
        """Show what a button leads to: its kind, a colon, and what of it."""
        kind, _, rest = target.partition(":")
        ways: dict[str, Callable[[str], None]] = {
            "case": self._window.open_case,
            "number": self._open_number,
            "page": self._window.show_page,
            "record": self._open_record,
            "dossier": self._open_dossier,
            "letter": self._write_about_record,
            "letters": self._begin_letter,
            "cover": self._write_cover,
        }
        ways[kind](rest)

    def _open_number(self, number: str) -> None:
        from workbench.usecases.cases import find_cases  # noqa: PLC0415

        for case in self._session.read(find_cases, number):
            if case.number == number:
                self._window.open_case(case.id)

    def _open_record(self, target: str) -> None:
        key, _, record_id = target.partition("/")
        self._window.show_page("instruments")
        self.instruments().panel.open(key, record_id)

    def _open_dossier(self, target: str) -> None:
        case_id, _, rest = target.partition("/")
        key, _, record_id = rest.partition("/")
        self._window.open_case(case_id)
        self.cases().case.go_to(f"dossier:{key}")
        self.cases().case.dossier.panel.open(key, record_id)

    def _begin_letter(self, kind: str) -> None:
        from workbench.domain.finding import LetterKind  # noqa: PLC0415

        self._window.show_page("letters")
        self.letters().begin_letter(LetterKind(kind))

    def _write_cover(self, target: str) -> None:
        from workbench.domain.finding import LetterKind  # noqa: PLC0415

        kind, _, case_id = target.partition("/")
        self._window.open_case(case_id)
        case = self.cases().case
        case.open_letter()
        case.letter.choose_kind(LetterKind(kind))

    def _write_about_record(self, target: str) -> None:
        """Write a letter of a kind about a record: "kind/instrument/id"."""
        from workbench.domain.finding import LetterKind  # noqa: PLC0415
        from workbench.domain.letter import LetterSubject  # noqa: PLC0415

        kind, _, record = target.partition("/")
        self._window.show_page("letters")
        self.letters().write_about(LetterSubject(record=record), LetterKind(kind))

    def _registers(self) -> QWidget:
        from workbench.ui.registers_page import RegistersPage  # noqa: PLC0415

        page = RegistersPage(self._session)
        page.ministry_wanted.connect(self._window.open_ministry)
        page.place_wanted.connect(self._window.open_place)
        return page

    def _instruments(self) -> QWidget:
        from workbench.ui.instruments_page import InstrumentsPage  # noqa: PLC0415

        page = InstrumentsPage(self._session, self._actions)
        page.panel.wanted.connect(self._window.go_to)
        page.panel.told.connect(self._window.tell)
        return page

    def _coverage(self) -> QWidget:
        from workbench.ui.coverage_page import CoveragePage  # noqa: PLC0415

        return CoveragePage(self._session)

    def _settings(self) -> QWidget:
        from workbench.ui.settings_page import SettingsPage  # noqa: PLC0415

        page = SettingsPage(self._session, self._actions)
        page.told.connect(self._window.tell)
        return page

    def _help(self) -> QWidget:
        from workbench.ui.help_page import HelpPage  # noqa: PLC0415

        return HelpPage()
