"""Every chart of the reports in one form: read from the roll-ups, with the inbox query behind each of its cells."""

from app.services.charts.service import ChartService

__all__ = ["ChartService"]
