"""Intake: everything received enters here, is stored once, and is accounted for."""

from app.services.intake.batch import IntakeBatch, IntakeItem, JoinedMention, Received, batch_of
from app.services.intake.service import IntakeService

__all__ = ["IntakeBatch", "IntakeItem", "IntakeService", "JoinedMention", "Received", "batch_of"]
