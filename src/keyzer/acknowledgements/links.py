"""Links with which somebody without an account signs."""

from datetime import timedelta

from keyzer.kit.signed_links import SignedLinks

PAGE = "/tekenen/link/"
LASTS = timedelta(days=30)

_LINKS = SignedLinks(PAGE, salt="keyzer.acknowledgements.link", lasts=LASTS)
path_for, link_of, once_of = _LINKS.path_for, _LINKS.link_of, _LINKS.once_of
