"""The networks: one protocol (``base``), one way to speak HTTP (``http``), one adapter per network."""
