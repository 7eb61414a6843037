"""Sync: from an opened channel into the database, with nothing lost."""

from app.services.sync.supervisor import SyncSupervisor

__all__ = ["SyncSupervisor"]
