"""Reads a tagged PDF back the way a screen reader does, by its structure tree."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_MAPPED = re.compile(r"<(..)> <([0-9A-F]{4,})>")
Texts = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One structure element with the text of its own content."""

    tag: str
    text: str = ""
    alt: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    pages: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file says: its elements in reading order, and the artifacts of every page."""

    nodes: list[Node]
    artifacts: list[list[str]]
    fonts: list[tuple[str, bool]]

    def texts(self, *tags: str) -> list[str]:
        return [node.text for node in self.nodes if node.tag in tags]

    @property
    def whole(self) -> str:
        return "\n".join(node.text for node in self.nodes)


def read(pdf: bytes) -> Read:
    with pikepdf.open(BytesIO(pdf)) as file:
        texts: Texts = {}
        artifacts = []
        fonts: dict[str, bool] = {}
        numbers = {}
        for index, page in enumerate(file.pages):
            numbers[page.obj.objgen] = index
            artifacts.append(_read_page(page, index, texts))
            for font in page.Resources.Font.values():
                fonts[str(font.BaseFont)] = "/FontFile2" in font.get("/FontDescriptor", {})
        nodes: list[Node] = []
        for kid in file.Root.StructTreeRoot.K:
            _walk(kid, numbers, texts, nodes)
        return Read(nodes=nodes, artifacts=artifacts, fonts=list(fonts.items()))


def _read_page(page: pikepdf.Page, index: int, texts: Texts) -> list[str]:
    maps = {name: _unicode_map(font) for name, font in page.Resources.Font.items()}
    artifacts: list[str] = []
    current: dict[int, str] = {}
    mark: int | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        operator = instruction.operator
        match str(operator):
            case "Tf":
                current = maps[str(operands[0])]
            case "BDC":
                is_artifact = str(operands[0]) == "/Artifact"
                mark = None if is_artifact else int(operands[1].MCID)
                if is_artifact:
                    artifacts.append("")
                else:
                    texts[index, int(operands[1].MCID)] = ""
            case "Tj":
                text = "".join(current[code] for code in bytes(operands[0]))
                if mark is None:
                    artifacts[-1] += text
                else:
                    texts[index, mark] += text
    return [text for text in artifacts if text]


def _unicode_map(font: Any) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(sign).decode("utf-16-be")
        for code, sign in _MAPPED.findall(cmap)
        if len(sign) >= 4
    }


def _walk(element: Any, numbers: dict[Any, int], texts: Texts, nodes: list[Node]) -> None:
    home = numbers.get(element.Pg.objgen) if "/Pg" in element else None
    content: list[tuple[int, int]] = []
    children = []
    for kid in element.K:
        if isinstance(kid, int):
            content.append((home or 0, kid))
        elif kid.get("/Type") == "/MCR":
            content.append((numbers[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") != "/OBJR":
            children.append(kid)
    nodes.append(
        Node(
            tag=str(element.S)[1:],
            text="".join(texts[place] for place in content),
            alt=str(element.get("/Alt", "")),
            attributes={k: str(v) for k, v in element.get("/A", {}).items()},
            pages=frozenset(page for page, _ in content),
        )
    )
    for child in children:
        _walk(child, numbers, texts, nodes)
