"""How people come in: accounts are made by the school, nobody signs up alone."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """No sign-up from outside; the roster decides who has an account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Always closed."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """Failures count per name and address together: a pupil can't lock a teacher out by guessing from home."""
        login = credentials.get("email", credentials.get("username", "")).lower()
        return f"{self.get_client_ip(request)}:{login}"
