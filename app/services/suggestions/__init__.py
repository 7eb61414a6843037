"""Learns each axis from the team's own classified cases and proposes it for new ones, on this machine alone."""
