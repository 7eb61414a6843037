"""Rights are enforced where the data is: every act asks here first."""

from __future__ import annotations

from app.models.domain.people import Actor, Right
from app.services.errors import Refused


def require(actor: Actor, right: Right) -> None:
    """Let the actor pass or refuse.

    Raises:
        Refused: ``not_allowed`` with the right and the role.
    """
    if not actor.may(right):
        raise Refused("not_allowed", right=right.value, role=actor.role.value)
