"""The screens."""

from app.views.support.overrides import guard_overrides

guard_overrides()
