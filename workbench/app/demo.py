"""Goes through the whole main job on the sample dossiers without a window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from workbench.app.contexts import build_context, local_now, user_name
from workbench.domain.letter import Letter
from workbench.letters.checking import check_pdf
from workbench.letters.rendering import render_letter
from workbench.store.opening import open_store
from workbench.usecases.cases import load_case
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Context
from workbench.usecases.drawing import draw_final
from workbench.usecases.letters import Draft, compose_draft
from workbench.usecases.registers import load_published
from workbench.usecases.samples import load_samples
from workbench.usecases.saving import save_bytes
from workbench.usecases.sealing import final_letter, propose_adoption, seal_letter
from workbench.usecases.workbooks import export_case, export_cases, write_intake

VERDICTS = {
    "valid": "PDF/A-2a en PDF/UA-1: geldig",
    "unchecked": "niet gecontroleerd op dit apparaat",
}
Say = Callable[[str], None]


def run_demo(out: Path, say: Say = print) -> int:
    """Write letters and workbooks of the sample dossiers into `out`; return 0."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "voorbeelddossiers.sqlite"
        store = open_store(path, made_by=user_name(), clock=local_now)
        try:
            context = build_context(store)
            load_published(context)
            case_ids, _ = load_samples(context)
            for case_id in case_ids:
                _work_on(context, case_id, out, say)
            say(f"Casuslijst: {export_cases(context, out / 'casuslijst.xlsx')}")
        finally:
            store.close()
    say(f"Alles staat in {out.resolve()}")
    return 0


def drawn(letter: Letter, receipt: str = "") -> bytes:
    """Return the PDF of a letter, with its receipt inside if it is to carry one."""
    return render_letter(letter, receipt=receipt).pdf


def checked(pdf: bytes) -> tuple[str, str]:
    """Return the outcome of the PDF check and what it found, in words."""
    result = check_pdf(pdf)
    return result.outcome, "; ".join(str(found) for found in result.findings[:3])


def _work_on(context: Context, case_id: str, out: Path, say: Say) -> None:
    case = load_case(context, case_id)
    assessment = assess_case(context, case_id)
    say(f"{case.number}  {case.title}")
    for regime in assessment.regimes:
        say(f"  {regime.title}: {regime.statement}")
    draft = compose_draft(context, case_id)
    if draft is None:
        say(f"  Nog geen brief: {assessment.conclusion}")
    else:
        _write_letter(context, draft, out, say)
    say(f"  Werkmap: {export_case(context, case_id, out / f'casus-{case.number}.xlsx')}")
    say(f"  Intake: {write_intake(context, case_id, out / f'intake-{case.number}.xlsx')}")


def _write_letter(context: Context, draft: Draft, out: Path, say: Say) -> None:
    name = draft.name
    if draft.missing:
        path = save_bytes(out / f"concept-{name}.pdf", drawn(draft.letter))
        say(f"  Concept: {path} (nog {len(draft.missing)} punten open)")
        return
    adoption = propose_adoption(context, draft)
    letter, receipt = final_letter(context, draft, adoption)
    sealed = draw_final(letter, drawn, checked)
    record, _ = seal_letter(context, draft, adoption, sealed, receipt)
    path = save_bytes(out / f"brief-{name}.pdf", sealed.pdf)
    say(f"  Vastgestelde brief: {path} ({VERDICTS[sealed.outcome]})")
    say(f"  SHA-256: {record.file}")
