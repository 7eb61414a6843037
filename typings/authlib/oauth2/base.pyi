class OAuth2Error(Exception):
    error: str | None
