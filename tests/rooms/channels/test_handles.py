"""How what somebody types is read as an account, and what only looks like one."""

import pytest

from keyzer.channels.handles import NotAHandle, as_written, looks_like, read


@pytest.mark.parametrize(
    ("typed", "platform", "name"),
    [
        ("@De.Keyzer", "", "de.keyzer"),
        ("  dekeyzer ", "", "dekeyzer"),
        ("https://www.instagram.com/DeKeyzer/?hl=nl", "instagram", "dekeyzer"),
        ("instagram.com/dekeyzer", "instagram", "dekeyzer"),
        ("m.facebook.com/dekeyzer", "facebook", "dekeyzer"),
        ("https://www.facebook.com/profile.php?id=1000123&x=1", "facebook", "1000123"),
        ("https://www.tiktok.com/@dekeyzer", "tiktok", "dekeyzer"),
        ("https://youtube.com/channel/UC123", "youtube", "uc123"),
        ("https://www.snapchat.com/add/dekeyzer", "snapchat", "dekeyzer"),
        ("https://twitter.com/DeKeyzer", "x", "dekeyzer"),
        ("https://www.instagram.com/stories/dekeyzer/123/", "instagram", "dekeyzer"),
        ("https://x.com/dekeyzer/status/123", "x", "dekeyzer"),
        ("www.dekeyzer.nl", "anders", "dekeyzer.nl"),
        ("https://dekeyzer.nl/nieuws/", "anders", "dekeyzer.nl/nieuws"),
        ("instagram.com.evil.nl/dekeyzer", "anders", "instagram.com.evil.nl/dekeyzer"),
        ("\uff20\uff44ekeyzer", "", "dekeyzer"),
    ],
)
def test_forms_of_one_account_are_read_the_same(typed: str, platform: str, name: str) -> None:
    found = read(typed)
    assert (found.platform, found.name, found.is_odd) == (platform, name, False)


@pytest.mark.parametrize("typed", ["dekeyz\u0435r", "de\u200bkeyzer", "\u202edekeyzer", "d\u00e9keyzer"])
def test_signs_that_deceive_are_told(typed: str) -> None:
    assert read(typed).is_odd


POSTS = ("https://www.instagram.com/p/Cx1/", "https://youtu.be/abc", "youtube.com/watch?v=abc", "facebook.com/groups/1")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://www.instagram.com/DeKeyzer/?hl=nl", "@DeKeyzer"),
        ("tiktok.com/@dekeyzer", "@dekeyzer"),
        (" @DeKeyzer ", "@DeKeyzer"),
        ("https://youtube.com/channel/UC123", "https://youtube.com/channel/UC123"),
        ("www.dekeyzer.nl", "www.dekeyzer.nl"),
    ],
)
def test_an_address_is_written_down_as_the_name_that_people_know(typed: str, written: str) -> None:
    assert as_written(typed) == written


@pytest.mark.parametrize(
    "typed", ["", "@", "   ", "https://instagram.com/", "x" * 5000, "\u200b", "https://[::1", *POSTS]
)
def test_what_is_no_account_is_refused(typed: str) -> None:
    with pytest.raises(NotAHandle):
        read(typed)


@pytest.mark.parametrize(
    "name",
    ["dekeyzer_official", "de-keyzer", "dekeyz3r", "dekevzer", "dekeyz\u0435r", "dekeyzerr", "dekeyzr", "dekeyzer.nl"],
)
def test_a_name_that_the_eye_takes_for_ours(name: str) -> None:
    assert looks_like(name, "dekeyzer")


@pytest.mark.parametrize("name", ["dekeyzer", "bakkerij_jansen", "dek", "keizersgracht"])
def test_a_name_that_it_does_not(name: str) -> None:
    assert not looks_like(name, "dekeyzer")
