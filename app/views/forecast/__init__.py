"""The forecast of volume and the size of the team, as a page among the reports."""
