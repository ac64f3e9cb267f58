"""What is found in a draft and what is not, by kind: the words that are marked, and how sure."""

import pytest

from keyzer.check.draft import Writer, look
from keyzer.people.queries import NameMarks
from keyzer.protocol import Sure

NOBODY = NameMarks(frozenset(), frozenset(), frozenset(), 0)
PUPIL = Writer((), None)
STAFF = Writer((), "De Keyzer")
Z, M = Sure.ZEKER, Sure.MISSCHIEN
WIDE = "0612345678".translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
LANGUAGE = {"belediging", "pesten", "bedreiging", "haat", "seksueel", "oproep"}

FOUND = (
    ("telefoon", "Bel me op 06-12345678 na school", "06-12345678", Z),
    ("telefoon", "app +31 6 1234 5678 even", "+31 6 1234 5678", Z),
    ("telefoon", "thuis: 020 - 624 11 11.", "020 - 624 11 11", Z),
    ("telefoon", f"{WIDE} is het", WIDE, Z),
    ("bsn", "Mijn BSN is 111222333, niet doorvertellen", "111222333", Z),
    ("bsn", "het nummer 1112.22.333 stond erop", "1112.22.333", M),
    ("iban", "maak maar over op NL91ABNA0417164300 aub", "NL91ABNA0417164300", Z),
    ("iban", "nl91 abna 0417 1643 00", "nl91 abna 0417 1643 00", Z),
    ("e-mailadres", "mail lena.visser@mail.example even", "lena.visser@mail.example", Z),
    ("adres", "Ze woont op Dorpsstraat 12a, 1234 AB Teststad", "Dorpsstraat 12a, 1234 AB Teststad", Z),
    ("adres", "kom naar de lindelaan 5", "de lindelaan 5", M),
    ("adres", "1234AB 12 is het", "1234AB 12", Z),
    ("geboortedatum", "Zij is geboren op 3 maart 2013.", "3 maart 2013", Z),
    ("geboortedatum", "geb. 03-03-2013", "03-03-2013", Z),
    ("geboortedatum", "Sem is jarig op 3 maart", "3 maart", M),
    ("wachtwoord", "mijn wachtwoord is Welkom01!", "Welkom01", Z),
    ("wachtwoord", "ww: bloemkool", "bloemkool", Z),
    ("wachtwoord", "het wachtwoord van magister is bloemkool", "bloemkool", M),
    ("wachtwoord", "inlog: lena / Geheim99", "Geheim99", Z),
    ("doorgestuurd", "-----Oorspronkelijk bericht-----\nhoi", "-----Oorspronkelijk bericht-----", Z),
    ("doorgestuurd", "Van: Jan\nVerzonden: maandag\nhoi", "Van: Jan\nVerzonden: maandag", Z),
    ("doorgestuurd", "[12-03-2026 14:05] Lena: wat een dag", "[12-03-2026 14:05] Lena: wat een dag", Z),
    ("doorgestuurd", "Op 3 mei 2026 om 12:00 schreef Jan:\n> hoi", "Op 3 mei 2026 om 12:00 schreef Jan:", Z),
    ("doorgestuurd", "kijk wat mijn tante me stuurde", "kijk wat mijn tante me stuurde", M),
)
STAFF_FOUND = (
    ("vertrouwelijk", "Hij staat een 4,3 voor wiskunde", "staat een 4,3", M),
    ("vertrouwelijk", "Een leerling van mij zit bij jeugdzorg", "jeugdzorg", M),
    ("vertrouwelijk", "De cijfers van die leerling zijn heel slecht", "cijfers van die leerling zijn heel slecht", M),
    ("vertrouwelijk", "Die collega zit al weken ziek thuis", "al weken ziek", M),
    ("vertrouwelijk", "Die collega heeft zich ziek gemeld, haar moeder belde", "ziek gemeld", M),
    ("vertrouwelijk", "Zijn ouders liggen in scheiding", "liggen in scheiding", M),
    ("hoedanigheid", "Wij van De Keyzer doen dat anders", "Wij van De Keyzer", M),
    ("hoedanigheid", "Ik vind het beleid van De Keyzer slecht", "Ik vind het beleid van De Keyzer", M),
    ("hoedanigheid", "Onze docenten staken morgen", "Onze docenten", M),
)
NOT_FOUND = (
    "Morgen om 14:30 in lokaal 114, neem je boek mee",
    "De toets telt 3 keer mee, zie bladzijde 2026 en verder",
    "In 2026 is 1 op de 4 kinderen lid van een club",
    "Bel de Kindertelefoon: 0800-0432, of 113, of 0900-0113",
    "Het examen is op 12 mei 2027",
    "Mail naar info@dekeyzer.example of administratie@dekeyzer.example",
    "Ik ben mijn wachtwoord vergeten, het wachtwoord is verlopen",
    "Het wachtwoord is niet goed, probeer het later",
    "We stonden onderweg 20 minuten stil",
    "Mijn som: 123456789 x 2 = 246913578",
    "Lena en Daan gaan mee naar de bios",
    "ik heb een onvoldoende voor wiskunde",
    "Voorlichting over ADHD en autisme in de aula",
    "Doorsturen mag als de schrijver het goedvindt",
    "ordernummer 100200300",
    "https://dekeyzer.example/rooster?week=47",
)
STAFF_NOT_FOUND = (
    "Op persoonlijke titel: ik vind het beleid van De Keyzer slecht",
    "Namens de school: onze docenten staken morgen",
    "Workshop: zo help je een leerling met dyslexie, hij leert het in tien lessen",
    "We gaan vanavond naar de film",
    "Lekker weertje vandaag",
)


def marked(draft: str, writer: Writer) -> list[tuple[str, str, Sure]]:
    found = look(draft, writer, NOBODY)
    return [(each.kind, draft[each.start : each.end], each.sure) for each in found if each.kind not in LANGUAGE]


@pytest.mark.article("leerlingen-4", "leerlingen-6", "reikwijdte-4d")
@pytest.mark.parametrize(("kind", "draft", "words", "sure"), FOUND)
def test_it_is_found(kind: str, draft: str, words: str, sure: Sure) -> None:
    assert (kind, words, sure) in marked(draft, PUPIL)


@pytest.mark.article("personeel-2", "personeel-3")
@pytest.mark.parametrize(("kind", "draft", "words", "sure"), STAFF_FOUND)
def test_it_is_found_for_staff(kind: str, draft: str, words: str, sure: Sure) -> None:
    assert (kind, words, sure) in marked(draft, STAFF)
    assert kind not in {one for one, *_ in marked(draft, PUPIL)}


@pytest.mark.parametrize("draft", NOT_FOUND)
def test_it_is_nothing(draft: str) -> None:
    assert marked(draft, PUPIL) == []


@pytest.mark.parametrize("draft", STAFF_NOT_FOUND)
def test_it_is_nothing_for_staff(draft: str) -> None:
    assert marked(draft, STAFF) == []


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("heb je sanne van den berg gezien", "sanne van den berg"),
        ("die mw. de vries is streng", "mw. de vries"),
        ("emma zit in 2b", "emma zit in 2b"),
        ("ik ben jager en sanne ging naar de bakker", None),
        ("met tim. bakker om de hoek is dicht", None),
        ("max 800 woorden voor noor, visser of niet", None),
    ],
)
def test_what_many_people_are_called_is_perhaps_a_name_in_small_letters(draft: str, words: str | None) -> None:
    found = look(draft, Writer((), None, tells_by_shape=True), NOBODY)
    assert [(one.kind, draft[one.start : one.end]) for one in found] == ([("mogelijke-naam", words)] if words else [])


def test_one_place_is_told_once() -> None:
    assert [kind for kind, *_ in marked("NL91 ABNA 0417 1643 00 en 06-12345678", PUPIL)] == ["iban", "telefoon"]


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\u202e", "\u00ad", "\ufeff"])
def test_signs_that_nobody_sees_hide_nothing(hidden: str) -> None:
    draft = f"شكرا bel 06-{hidden}1234{hidden}5678 morgen"
    assert marked(draft, PUPIL) == [("telefoon", f"06-{hidden}1234{hidden}5678", Z)]
