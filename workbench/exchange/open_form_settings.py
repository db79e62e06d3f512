"""Writes which rows and columns of an ods workbook stay in view."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.exchange.cells import read_address

_SPLIT_AND_FIXED = 2
_WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"
 xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>
<config:config-item-set config:name="ooo:view-settings">
<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>
<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>
<config:config-item config:name="ActiveTable" config:type="string">{first}\
</config:config-item>
<config:config-item config:name="ShowGrid" config:type="boolean">false</config:config-item>
</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>
</office:settings></office:document-settings>
"""
_TABLE = """<config:config-item-map-entry config:name="{name}">{items}\
</config:config-item-map-entry>"""
_ITEM = """<config:config-item config:name="{name}" config:type="{kind}">{value}\
</config:config-item>"""


def write_settings(workbook: Workbook) -> str:
    """Return the settings; titles and headings stay in view as in the workbook."""
    seen = [one for one in workbook.worksheets if one.sheet_state == "visible"]
    tables = "".join(
        _TABLE.format(name=one.title, items=_items(one)) for one in seen if one.freeze_panes
    )
    return _WHOLE.format(tables=tables, first=seen[0].title)


def _items(sheet: Worksheet) -> str:
    place = read_address(str(sheet.freeze_panes))
    assert place is not None
    row, column = place[0] - 1, place[1] - 1
    settings = (
        ("HorizontalSplitMode", "short", _SPLIT_AND_FIXED if column else 0),
        ("VerticalSplitMode", "short", _SPLIT_AND_FIXED if row else 0),
        ("HorizontalSplitPosition", "int", column),
        ("VerticalSplitPosition", "int", row),
        ("ActiveSplitRange", "short", 2),
        ("PositionLeft", "int", 0),
        ("PositionRight", "int", column),
        ("PositionTop", "int", 0),
        ("PositionBottom", "int", row),
        ("ShowGrid", "boolean", "false"),
    )
    return "".join(
        _ITEM.format(name=name, kind=kind, value=value) for name, kind, value in settings
    )
