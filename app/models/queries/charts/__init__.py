"""The reads of the charts: roll-ups by key, and rows through the inbox's own conditions where a filter asks for it."""
