"""How people come in: accounts are made by the school, nobody signs up alone."""

from types import MappingProxyType

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import queries

MISMATCH = _("This name and this password do not go together. Look at both once more.")


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """No sign-up from outside; the roster decides who has an account."""

    error_messages = MappingProxyType(
        {
            **DefaultAccountAdapter.error_messages,
            "username_password_mismatch": MISMATCH,
            "email_password_mismatch": MISMATCH,
            "enter_current_password": _("This is not your password of now. Type it once more."),
            "too_many_login_attempts": _("This was tried too often. Try again in a quarter of an hour."),
        }
    )

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Always closed."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """Failures count per name and address together: a pupil can't lock a teacher out by guessing from home."""
        login = credentials.get("email", credentials.get("username", "")).lower()
        return f"{self.get_client_ip(request)}:{login}"


class EachAccountOnce(AuthenticationBackend):  # type: ignore[misc]  # the library has no types
    """Looks at no account twice in one attempt: the time of a refusal would tell that it exists."""

    def __init__(self) -> None:
        self._tried: set[object] = set()

    def _check_password(self, user: AbstractBaseUser | None, password: str) -> AbstractBaseUser | None:
        if user is None or user.pk in self._tried:
            return None
        self._tried.add(user.pk)
        fits: AbstractBaseUser | None = super()._check_password(user, password)
        return fits

    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        """Who has signed in, while the account may be used."""
        account = queries.account(user_id)
        return account if account is not None and self.user_can_authenticate(account) else None
