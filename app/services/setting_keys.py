"""The keys of the settings that several services read: one name for one setting."""

from __future__ import annotations

APPROVAL_SETTING = "approval"
COMPANY_NAME_SETTING = "company_name"
CRISIS_SETTING = "crisis"
LEGAL_SETTING = "legal"
