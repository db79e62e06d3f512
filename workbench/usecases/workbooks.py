"""What a user can take out as a workbook: the case list, one case, an intake form."""

from __future__ import annotations

from pathlib import Path

from workbench import __version__
from workbench.domain.case import CaseId
from workbench.exchange import exports, intake
from workbench.exchange.intake import IntakeRequest
from workbench.store import cases, letters, locations
from workbench.usecases.cases import ministries_on, ministry_name
from workbench.usecases.checklist import assess_facts
from workbench.usecases.context import Context
from workbench.usecases.offices import contact_line
from workbench.usecases.record_lines import dossier_rows
from workbench.usecases.saving import is_open_form, save_bytes
from workbench.usecases.undoing import case_log, logged_changes


def export_cases(context: Context, path: Path, text: str = "") -> Path:
    """Write the case list, as filtered by `text`, to `path`."""
    rows = cases.find_cases(context.store, text)
    selection = f"zoektekst “{text}”" if text else "alle casussen"
    content = exports.write_case_list(rows, _provenance(context, selection))
    return save_bytes(path, content)


def export_case(context: Context, case_id: CaseId, path: Path) -> Path:
    """Write one case with everything that belongs to it to `path`."""
    case = cases.load_case(context.store, case_id)
    export = exports.CaseExport(
        case=case,
        ministry=ministry_name(context, case),
        assessment=assess_facts(context, case),
        provenance=_provenance(context, f"casus {case.number}"),
        locations=locations.list_locations(context.store, case_id),
        log=_log(context, case_id),
        letters=letters.list_letters(context.store, case_id),
        dossier=dossier_rows(context, case_id),
    )
    return save_bytes(path, exports.write_case(export))


def write_intake(context: Context, case_id: CaseId, path: Path) -> Path:
    """Write the intake workbook for the ministry of a case to `path`, as xlsx or ods."""
    case = cases.load_case(context.store, case_id)
    request = IntakeRequest(
        ministry=case.ministry or "",
        ministries=tuple(ministries_on(context, case.judged_on)),
        issued_on=context.today(),
        office=contact_line(context),
        locations=tuple(locations.list_locations(context.store, case_id)),
    )
    content = intake.write_intake(request, case, is_open=is_open_form(path))
    return save_bytes(path, content)


def _provenance(context: Context, selection: str) -> exports.Provenance:
    return exports.Provenance(
        exported_on=context.today(),
        program=f"Werkbank rijkswerkgelegenheid {__version__}",
        exported_by=context.user,
        selection=selection,
    )


def _log(context: Context, case_id: CaseId) -> list[exports.LogLine]:
    return [
        exports.LogLine(
            at=line.at.strftime("%Y-%m-%d %H:%M"),
            name=line.by,
            action=f"{line.name} ({line.kind})" if line.kind else line.name,
            field=change.label,
            before=change.before,
            after=change.after,
        )
        for line in reversed(case_log(context, case_id))
        for change in logged_changes(context, line.seq)
    ]
