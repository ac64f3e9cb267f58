"""Links with which a guardian without an account says yes and no, and takes a yes back."""

from datetime import timedelta

from keyzer.kit.signed_links import SignedLinks

PAGE = "/beeld/link/"
LASTS = timedelta(days=30)

_LINKS = SignedLinks(PAGE, salt="keyzer.consent.link", lasts=LASTS)
path_for, link_of, once_of = _LINKS.path_for, _LINKS.link_of, _LINKS.once_of
