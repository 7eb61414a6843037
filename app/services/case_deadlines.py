"""What the case screen needs around deadlines, handed over as one value: explanations, duties, reasons of breaches."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.breaches import BreachService
from app.services.case_explain import CaseExplainService
from app.services.legal_duties import LegalDutyService


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """Three services that one part of a screen uses together."""

    explaining: CaseExplainService
    duties: LegalDutyService
    breaches: BreachService
