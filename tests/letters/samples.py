"""Letters for the tests: VOORBEELD throughout, every name and figure is made up."""

from dataclasses import replace
from datetime import date

from workbench.domain.finding import LetterKind
from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Letter,
    Listing,
    Paragraph,
    Sender,
    Span,
    TableBlock,
)
from workbench.figures.drawing import Anchor, Area, Drawing, Line, Text, rectangle

SENDER = Sender(
    organisation="Ministerie van Voorbeeldzaken",
    directorate="Directie Rijkswerkgelegenheid",
    visiting_address=("Voorbeeldstraat 1", "2500 XX  Den Haag"),
    postal_address=("Postbus 00000", "2500 XX  Den Haag"),
    website="www.voorbeeld.nl",
    contact="A. Voorbeeld",
    contact_details=("T  070 000 00 00", "a.voorbeeld@voorbeeld.nl"),
    return_address="Postbus 00000  2500 XX  Den Haag",
    minister="De minister van Voorbeeldzaken",
    signatory="V.O.O.R. Beeld",
)


def paragraph(text: str, key: str = "") -> Paragraph:
    return Paragraph(key=key or f"p-{text[:24]}", spans=(Span(text=text),))


def row(*cells: str) -> tuple[Span, ...]:
    return tuple(Span(text=cell) for cell in cells)


def bars() -> Drawing:
    """Return a small bar chart with every kind of shape."""
    values = (("Zuid-Holland", 78.0), ("Groningen", 31.0), ("Zeeland", 12.0))
    shapes: list[Area | Line | Text] = [Line(points=((30, 1), (30, 23)), colour="#5F6B76")]
    for number, (name, value) in enumerate(values):
        y = 2.0 + number * 7
        shapes.append(
            Area(rings=rectangle(30, y, value, 5), fill="#7EACD3", stroke="#5F6B76")
        )
        shapes.append(
            Text(x=28.5, y=y + 3.6, text=name, size=7.5, anchor=Anchor.END, halo="#FFFFFF")
        )
        shapes.append(Text(x=31.5 + value, y=y + 3.6, text=f"{value:.0f}", is_bold=True))
    shapes.append(Area(rings=rectangle(112, 16, 6, 4), fill="#E3E3E3", hatch="#9A9A9A"))
    dashed = Line(points=((30, 22), (90, 22)), colour="#5F6B76", dash=(1.6, 1.2))
    shapes.append(dashed)
    return Drawing(
        title="",
        width=120,
        height=24,
        shapes=tuple(shapes),
        alt="",
        header=(),
        rows=(),
        source="",
    )


FIGURE = FigureBlock(
    key="figure",
    title="Figuur 1. Fte van de dienst per provincie, 1 januari 2024",
    alt="Staafdiagram: Zuid-Holland 78, Groningen 31 en Zeeland 12 fte.",
    note="Bron: voorbeeldcijfers, stand 1 januari 2024.",
    figure=bars(),
)
TABLE = TableBlock(
    key="table",
    title="Tabel 1. Omvang van de dienst per provincie in fte",
    header=("Provincie", "1 januari 2024", "1 januari 2026", "Verschil"),
    rows=(
        row("Zuid-Holland", "1.178,0", "1.211,5", "+33,5"),
        row("Groningen", "231,0", "311,0", "+80"),
        row("Zeeland", "112,5", "149,0", "+36,5"),
        row("Totaal", "1.521,5", "1.671,5", "+150"),
    ),
    is_number=(False, True, True, True),
    note="Bron: opgave van de dienst van 15 mei 2024; ambtenaren en externen samen.",
    has_total=True,
)
LIST = Listing(
    key="list",
    items=(
        paragraph(
            "Vestig de nieuwe afdeling in Groningen, waar de dienst al een kantoor heeft."
        ),
        paragraph(
            "Onderzoek voor de tweede helft van de groei of Terneuzen geschikt is, "
            "en betrek de provincie Zeeland daarbij."
        ),
        paragraph("Meld een afwijking van dit advies vóór 1 oktober 2024, met de reden."),
    ),
    is_numbered=True,
)
_LONG = (
    "De dienst groeit van 1.521,5 naar 1.671,5 fte. Dat is een toename van 150 fte en dus "
    "meer dan de drempel van 100 fte. Het grootste deel van de groei was voorzien in "
    "Den Haag, binnen de Randstad. "
)
_BLOCKS: tuple[Block, ...] = (
    Paragraph(
        key="opening",
        spans=(
            Span(text="Op 15 mei 2024 meldde u dat de Dienst Voorbeeld met "),
            Span(text="150 fte", fact="case.change", is_bold=True),
            Span(
                text=" groeit. In deze brief leest u mijn advies over de plaats daarvan, "
                "en waarop dat rust."
            ),
        ),
    ),
    Heading(key="h-advice", text="Advies"),
    paragraph("Ik adviseer u het volgende:", "intro"),
    LIST,
    Heading(key="h-cause", text="Aanleiding"),
    paragraph(_LONG + "Daarom vraagt het kader van 2024 om een locatieadvies.", "cause"),
    Heading(key="h-spread", text="Spreiding en cijfers"),
    paragraph(
        "Tabel 1 laat zien wat het voorstel betekent voor de drie provincies waar de "
        "dienst nu werkt. Figuur 1 geeft de verdeling van de bestaande omvang.",
        "spread",
    ),
    TABLE,
    FIGURE,
    Heading(key="h-principles", text="Overwegingen per principe"),
    Heading(key="h-p1", text="Buiten de Randstad, tenzij", level=3),
    paragraph(_LONG * 2, "p1"),
    Heading(key="h-p2", text="Regionaal belang", level=3),
    paragraph(
        "De provincie Groningen noemt de komst van de afdeling van belang voor de "
        "werkgelegenheid bij de overheid. Voor Zeeuws-Vlaanderen ontbreekt die.",
        "p2",
    ),
    Heading(key="h-labour", text="Arbeidsmarkt"),
    paragraph(_LONG, "labour"),
    Heading(key="h-next", text="Vervolg"),
    paragraph(
        "Ik hoor graag uiterlijk 1 juli 2024 of u het advies volgt. Wijkt u ervan af, dan "
        "ontvang ik graag de reden, zodat wij daarover kunnen overleggen.",
        "next",
    ),
)
ADVICE = Letter(
    kind=LetterKind.LOCATION_ADVICE,
    subject="Locatieadvies over de groei van de Dienst Voorbeeld",
    reference="2024-0000000117",
    is_draft=False,
    is_sample=True,
    written_on=date(2024, 6, 3),
    sender=SENDER,
    recipient=(
        "Dienst Voorbeeld",
        "t.a.v. mevrouw J. Voorbeeld",
        "Postbus 00000",
        "9400 XX  ASSEN",
    ),
    salutation="Geachte mevrouw Voorbeeld,",
    their_reference="DV/2024/88",
    their_letter_on=date(2024, 5, 15),
    blocks=_BLOCKS,
    closing=("Met vriendelijke groet,",),
    attachments=("Vergelijking van drie locaties", "Regioprofiel Groningen"),
)
DRAFT = replace(
    ADVICE,
    is_draft=True,
    reference="",
    classification="Departementaal vertrouwelijk",
    classification_note="tot vaststelling",
)


def letter_of(*blocks: Block) -> Letter:
    """Return the sample with other blocks."""
    return replace(ADVICE, blocks=blocks)


def nameless() -> Letter:
    """Return a letter of one line, with everything else left empty."""
    empty = replace(
        SENDER,
        organisation="",
        directorate="",
        visiting_address=(),
        postal_address=(),
        website="",
        contact="",
        contact_details=(),
        return_address="",
        minister="",
        signatory="",
    )
    return replace(
        letter_of(paragraph("Akkoord.")),
        sender=empty,
        recipient=(),
        salutation="",
        reference="",
        their_reference="",
        their_letter_on=None,
        closing=(),
        attachments=(),
        is_sample=False,
    )
