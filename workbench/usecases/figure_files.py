"""Opens a file with figures and settles what its words and columns mean.

Nothing here touches the store but to read what was learned before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.domain.delivery import Delivery
from workbench.domain.errors import FactInvalidError
from workbench.domain.organisation import (
    NamePeriod,
    Organisation,
    OrganisationKind,
    Sector,
)
from workbench.exchange.cells import ReadSheet, ReadWorkbook
from workbench.exchange.normalising import clean, show
from workbench.exchange.reading import read_workbook
from workbench.exchange.return_form import ReturnIssue, identify_return
from workbench.exchange.return_table import ReturnTable, find_table
from workbench.exchange.table_layout import (
    ColumnUse,
    TableLayout,
    Use,
    adopt_layout,
    fingerprint,
    guess_layouts,
    read_layout,
)
from workbench.exchange.table_values import TableReading, read_values
from workbench.exchange.table_words import (
    Vocabulary,
    WordKind,
    build_vocabulary,
    fold_word,
)
from workbench.exchange.watching import Watch
from workbench.rules import reference
from workbench.store import deliveries, learning, organisations
from workbench.usecases.context import Context

NEW = "nieuw"
SAMPLE_MARK = "VOORBEELD"
_KIND_OF = {
    Sector.AGENCIES: OrganisationKind.AGENCY,
    Sector.POLICE: OrganisationKind.POLICE,
    Sector.JUDICIARY: OrganisationKind.JUDICIARY,
    Sector.PRISONS: OrganisationKind.PRISONS,
    Sector.DEFENCE: OrganisationKind.DEFENCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTables:
    """A file as it was read aside, with a guess at each table.

    Attributes:
        fingerprints: Of the header of each layout, in the same order.
        returned: Which yearly return it is; `None` for any other file.
    """

    file: str
    data: bytes
    sha256: str
    book: ReadWorkbook
    layouts: tuple[TableLayout, ...]
    fingerprints: tuple[str, ...]
    returned: ReturnIssue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """A file that was read, with what the store knows of it.

    Attributes:
        layouts: Each table that was found, as learned before or else as guessed.
        learned: Numbers of the layouts that were known from an earlier file.
        earlier: The delivery that came in the very same file, if any.
        table: Where the lines of a yearly return stand; of any other file `None`.
    """

    file: str
    data: bytes
    sha256: str
    book: ReadWorkbook
    layouts: tuple[TableLayout, ...]
    learned: frozenset[int] = frozenset()
    earlier: Delivery | None = None
    returned: ReturnIssue | None = None
    table: ReturnTable | None = None

    @property
    def sender(self) -> str:
        """Name of the ministry whose return it is; empty for any other file."""
        one = self.returned
        name = reference.ministry_name(one.ministry, one.reference_date) if one else ""
        return f"Ministerie van {name}" if name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the user decided about words that were not known.

    Attributes:
        words: (kind, folded word) → code, or `SKIPPED`.
        new_organisations: Folded word → the organisation that will be made.
    """

    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    new_organisations: Mapping[str, Organisation] = field(default_factory=dict)


NOTHING_DECIDED = Decisions()


def read_figure_file(
    data: bytes, file: str, words: Vocabulary, watch: Watch | None = None
) -> ReadTables:
    """Return a file with the tables that are seen in it; to be called in a job.

    Raises:
        WorkbookRefusedError: It cannot be read safely.
        ReadingStoppedError: The watch asked to stop.
    """
    book = read_workbook(data, file, watch=watch)
    returned = identify_return(book)
    layouts = () if returned else guess_layouts(book, words)
    return ReadTables(
        returned=returned,
        file=file,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        book=book,
        layouts=layouts,
        fingerprints=tuple(
            fingerprint(sheet_of(book, one), one.header_row) for one in layouts
        ),
    )


def open_figures(context: Context, read: ReadTables) -> FigureFile:
    """Return the tables of a file as they were mapped before, where they were."""
    layouts: list[TableLayout] = []
    learned: set[int] = set()
    pairs = zip(read.layouts, read.fingerprints, strict=True)
    for number, (guess, known_by) in enumerate(pairs):
        recipe = learning.load_recipe(context.store, known_by)
        if recipe is None:
            layouts.append(guess)
        else:
            layouts.append(adopt_layout(read_layout(recipe), guess))
            learned.add(number)
    earlier = [
        one
        for one in deliveries.list_deliveries(context.store)
        if one.file == read.sha256 and not one.is_withdrawn
    ]
    return FigureFile(
        returned=read.returned,
        table=_find_lines(context, read),
        file=read.file,
        data=read.data,
        sha256=read.sha256,
        book=read.book,
        layouts=tuple(layouts),
        learned=frozenset(learned),
        earlier=earlier[-1] if earlier else None,
    )


def column_kind(ministry: str) -> str:
    """Return under which kind of word the headings of a ministry are remembered."""
    return f"opgavekolom/{ministry}"


def _find_lines(context: Context, read: ReadTables) -> ReturnTable | None:
    """Return where the lines of a return stand, with the headings its sender has used."""
    if read.returned is None:
        return None
    own = column_kind(read.returned.ministry)
    learned = {
        word: int(target)
        for (kind, word), target in learning.list_synonyms(context.store).items()
        if kind == own
    }
    return find_table(read.book, read.returned, learned)


def vocabulary(context: Context, decisions: Decisions = NOTHING_DECIDED) -> Vocabulary:
    """Return all words that mean something now, with those that were just decided."""
    known = organisations.list_organisations(context.store)
    kinds = set(WordKind)
    learned = {
        key: target
        for key, target in learning.list_synonyms(context.store).items()
        if key[0] in kinds
    }
    all_of_them = (*known, *decisions.new_organisations.values())
    return build_vocabulary(
        regions={one.code: one.name for one in reference.load_regions()},
        organisations=[(name.name, one.id) for one in all_of_them for name in one.names],
        sectors_of={one.id: str(one.sector) for one in all_of_them},
        learned={**learned, **decisions.words},
    )


def decide(decisions: Decisions, kind: WordKind, text: str, target: str) -> Decisions:
    """Return the decisions with one more: what a word means, or `SKIPPED`."""
    word = fold_word(text)
    new = {key: one for key, one in decisions.new_organisations.items() if key != word}
    words = {**decisions.words, (str(kind), word): target}
    return Decisions(words=words, new_organisations=new)


def decide_new(
    context: Context, decisions: Decisions, texts: Iterable[str], sector: Sector | None
) -> Decisions:
    """Return the decisions with organisations that will be made with the delivery.

    Raises:
        FactInvalidError: They have no sector; without one their figures belong nowhere.
    """
    names = {fold_word(text): clean(text) for text in texts}
    if sector is None:
        raise FactInvalidError(
            field="Sector", value="", expected="een sector voor de nieuwe organisatie"
        )
    made = {
        word: Organisation(
            id=context.new_id(),
            kind=_KIND_OF.get(sector, OrganisationKind.EXECUTIVE),
            sector=sector,
            names=(NamePeriod(name=name),),
            source="Met een levering toegevoegd",
            is_sample=name.startswith(SAMPLE_MARK),
        )
        for word, name in names.items()
    }
    kind = str(WordKind.ORGANISATION)
    again = {(kind, word) for word in names}
    words = {key: code for key, code in decisions.words.items() if key not in again}
    new = {**decisions.new_organisations, **made}
    return Decisions(words=words, new_organisations=new)


def read_tables(
    book: ReadWorkbook, layouts: Sequence[TableLayout], words: Vocabulary
) -> tuple[TableReading, ...]:
    """Return what each table says; values in, values out, so that a job can do it.

    Of a table that misses something, such as its reference date, nothing is read.
    """
    return tuple(
        NOTHING_READ if one.missing or not one.values else read_values(book, one, words)
        for one in layouts
    )


NOTHING_READ = TableReading(values=(), benchmarks=(), faults=(), notes=(), unknown_words=())


def lay_out_by_hand(
    book: ReadWorkbook, sheet: str, header_row: int, before: TableLayout | None = None
) -> TableLayout:
    """Return a table whose header the user points at; columns keep the use they had."""
    found = book.sheet(sheet)
    assert found is not None
    rows = sorted({row for row, _ in found.cells})
    last = max([row for row in rows if row > header_row], default=header_row + 1)
    known = {one.column: one for one in before.columns} if before else {}
    columns = []
    for column in sorted({column for row, column in found.cells if row >= header_row}):
        header = clean(show(found.cells.get((header_row, column))))
        use = known.get(column) or ColumnUse(column=column, header="", use=Use.IGNORED)
        columns.append(replace(use, header=header))
    return TableLayout(
        sheet=found.name,
        header_row=header_row,
        first_row=header_row + 1,
        last_row=last,
        columns=tuple(columns),
        constants=before.constants if before else {},
    )


def sheet_of(book: ReadWorkbook, layout: TableLayout) -> ReadSheet:
    """Return the sheet a table stands on."""
    sheet = book.sheet(layout.sheet)
    assert sheet is not None
    return sheet
