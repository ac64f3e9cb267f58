"""An address that was worked out once is the one that Django works out each time."""

from uuid import uuid4

from django.urls import reverse

from keyzer.kit.addresses import address, address_of


def test_an_address_is_that_of_its_page() -> None:
    assert address("desk:search") == reverse("desk:search")


def test_each_thing_has_its_own_address() -> None:
    first, second = uuid4(), uuid4()
    assert address_of("cases:show", first) == reverse("cases:show", args=[first])
    assert address_of("cases:show", second) == reverse("cases:show", args=[second])
