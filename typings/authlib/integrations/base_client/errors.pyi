class OAuthError(Exception):
    error: str | None
