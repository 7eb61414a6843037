"""The only road from this program to a network: answers, automatic answers and acts, each once and in order."""

from app.services.outbox.loop import OutboxLoop

__all__ = ["OutboxLoop"]
