"""Exports of chats as telephones write them; no database."""

import subprocess
import sys
from datetime import datetime
from io import BytesIO

import pytest

from keyzer.evidence import chats
from keyzer.evidence.chats import Order

NNBSP, LRM = "\u202f", "\u200e"
LATE = datetime(2026, 12, 31, 23, 59)  # noqa: DTZ001 -- a wall clock, as in an export


def read(text: str, order: Order | None = None) -> list[chats.Message]:
    found = chats.look(BytesIO(text.encode()))
    [only] = [order] if order else found.orders
    return list(chats.read(BytesIO(text.encode()), found.shape, only))


@pytest.mark.parametrize(
    ("stamp", "at"),
    [
        ("22-11-2026 21:09 - ", "2026-11-22 21:09:00"),
        ("22-11-26 21:09 - ", "2026-11-22 21:09:00"),
        ("22/11/2026, 21:09 - ", "2026-11-22 21:09:00"),
        ("11/22/26, 9:09 PM - ", "2026-11-22 21:09:00"),
        (f"11/22/26, 9:09{NNBSP}PM - ", "2026-11-22 21:09:00"),
        ("22-11-2026 9:09 p.m. - ", "2026-11-22 21:09:00"),
        ("22/11/2026, 12:09 am - ", "2026-11-22 00:09:00"),
        ("22.11.26, 21:09 - ", "2026-11-22 21:09:00"),
        ("2026-11-22, 21:09 - ", "2026-11-22 21:09:00"),
        ("22 nov. 2026 21:09 - ", "2026-11-22 21:09:00"),
        ("[22-11-2026 21:09:33] ", "2026-11-22 21:09:33"),
        (f"{LRM}[22-11-2026 21:09:33] ", "2026-11-22 21:09:33"),
        (f"\ufeff[11/22/26, 9:09:33{NNBSP}PM] ", "2026-11-22 21:09:33"),
        ("[22/11/2026, 12:09:33 PM] ", "2026-11-22 12:09:33"),
        ("[2026/11/22, 21:09:33] ", "2026-11-22 21:09:33"),
    ],
)
def test_every_clock_and_calendar(stamp: str, at: str) -> None:
    [message] = read(f"{stamp}~{NNBSP}Lena Visser: hoi\r\n")
    assert (str(message.at), message.author, message.text) == (at, "Lena Visser", "hoi")


def test_lines_systems_and_attachments_of_android() -> None:
    told = read(
        "22-11-2026 21:00 - Berichten en gesprekken zijn end-to-end versleuteld.\n"
        '22-11-2026 21:01 - Lena heeft het onderwerp gewijzigd naar "Feest: vrijdag"\n'
        "22-11-2026 21:02 - Lena: eerste regel\ntweede: regel\n\nvierde\n"
        "22-11-2026 21:03 - Sem: IMG-2026-WA01.jpg (bestand bijgevoegd)\nkijk dan\n"
        "22-11-2026 21:04 - +31 6 12345678: <Media weggelaten>\n"
        "22-11-2026 21:05 - Sem: 23/11/2026, 10:00 - Noor: zei ze\n"
        "22-11-2026 21:06 - Noor:\n"
    )
    assert [one.is_system for one in told] == [True, True, False, False, False, False, False]
    assert told[2].text == "eerste regel\ntweede: regel\n\nvierde"
    assert [one.line for one in told] == [1, 2, 3, 7, 9, 10, 11]
    assert (told[3].attachment, told[4].attachment, told[5].attachment) == ("IMG-2026-WA01.jpg", "", None)
    assert (told[4].author, told[6].author, told[6].text) == ("+31 6 12345678", "Noor", "")


def test_lines_systems_and_attachments_of_an_iphone() -> None:
    told = read(
        f"[13-11-26 21:00:01] Klas 2A: {LRM}Berichten zijn end-to-end versleuteld.\r\n"
        f"{LRM}[13-11-26 21:00:02] Lena: {LRM}<bijgevoegd: 00000012-PHOTO.jpg>\r\n"
        f"[13-11-26 21:00:03] ~ Sem: {LRM}afbeelding weggelaten\r\n"
        "[13-11-26 21:00:04] Noor: dat heb ik weggelaten\r\n"
    )
    assert [one.is_system for one in told] == [True, False, False, False]
    assert [one.attachment for one in told] == [None, "00000012-PHOTO.jpg", "", None]


def test_the_order_of_day_and_month_is_decided_from_the_whole_file_or_asked() -> None:
    told_late = "".join(f"{day}/{month}/26, 10:00 - A: x\n" for month, day in [(1, 2), (1, 5), (2, 13)])
    assert chats.look(BytesIO(told_late.encode())).orders == (Order.DAY,)
    by_running_on = "".join(f"{month}/{day}/26, 10:00 - A: x\n" for month, day in [(1, 9), (2, 3), (3, 1)])
    assert chats.look(BytesIO(by_running_on.encode())).orders == (Order.MONTH,)
    untold = "1/2/26, 10:00 - A: x\n1/3/26, 10:00 - A: x\n"
    assert chats.look(BytesIO(untold.encode())).orders == (Order.DAY, Order.MONTH)
    assert [one.at.month for one in read(untold, Order.MONTH) if one.at] == [1, 1]


def test_wrong_dates_are_named_by_their_line_and_nothing_is_lost() -> None:
    text = (
        b"22-11-2026 21:00 - A: x\nnog iets\n31-11-2026 21:01 - A: b\n22-11-2026 25:61 - A: c\n"
        b"22-11-1970 10:00 - A: d\n23-11-2062 10:00 - A: e\n"
    )
    found = chats.look(BytesIO(text))
    index = chats.index(BytesIO(text), found.shape, *found.orders, not_after=LATE)
    assert [(one.line, one.stamp) for one in index.wrong] == [
        (3, "31-11-2026 21:01"),
        (4, "22-11-2026 25:61"),
        (5, "22-11-1970 10:00"),
        (6, "23-11-2062 10:00"),
    ]
    assert (index.messages, index.wrong_count) == (5, 4)


def test_what_is_no_chat_is_told() -> None:
    with pytest.raises(chats.NotAChat, match="first 20 lines"):
        chats.look(BytesIO(b"Beste ouders,\n" * 50 + b"22-11-2026 21:00 - A: x\n"))


def test_who_takes_no_part_is_hidden_wherever_named() -> None:
    authors = ["Lena Visser", "Sem Smit", "Noor Smit", "+31 6 12345678"]
    mask = chats.mask_of(
        authors, {"Noor Smit"}, also=["Daan Bakker", "Noor Jansen"], person="Persoon {}".format, someone="[naam]"
    )
    assert [mask.author(name) for name in authors] == ["Persoon 1", "Persoon 2", "Noor Smit", "Persoon 4"]
    shown = mask.text("LENA en Sem's broer, @Daan, Noor Smit, smit, noor@x.nl, 06-1234 5678, @31612345678 en lenaatje")
    assert shown == "Persoon 1 en Persoon 2 broer, [naam], Noor Smit, [naam], [naam], [naam], [naam] en lenaatje"


LONG = """
import io, resource, sys
from datetime import datetime
from keyzer.evidence import chats

class Lines(io.RawIOBase):
    def __init__(self): self.next = 0
    def readable(self): return True
    def readinto(self, buffer):
        made = "".join(f"{1 + n // 20000}-11-2026 {n // 60 % 24:02}:{n % 60:02} - P{n % 30}: regel {n}\\n"
                       for n in range(self.next, min(self.next + 200, 500_000))).encode()
        self.next += 200
        buffer[: len(made)] = made
        return len(made)

def most(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
source = lambda: io.BufferedReader(Lines(), 64 * 1024)
before = most()
found = chats.look(source())
index = chats.index(source(), found.shape, found.orders[0], not_after=datetime(2026, 12, 31))
print(index.messages, index.wrong_count, len(index.authors), most() - before)
"""


def test_half_a_million_lines_fit_in_little_memory() -> None:
    told = subprocess.run([sys.executable, "-c", LONG], capture_output=True, text=True, check=True).stdout
    messages, wrong, authors, megabytes = map(int, told.split())
    assert (messages, wrong, authors) == (500_000, 0, 30)
    assert megabytes < 20
