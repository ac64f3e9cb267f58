"""`python -m bench`: everything that is measured, as one table."""

import os
import platform
import sys

from . import (
    chats,
    check_text,
    consents,
    drafts,
    duties,
    evidence,
    live,
    nameless,
    pages,
    photos,
    receipts,
    reports,
    school,
    signatures,
    verdicts,
    visit,
)
from .figures import pace, tell


def main() -> None:
    """Measure in one run; the school that it needs is gone afterwards."""
    found = [*verdicts.figures(), *duties.figures(), *chats.figures(), *photos.figures(), *check_text.figures()]
    _say("rules measured; building a school")
    with school.built() as folder:
        measures = {
            "visit": visit.figures,
            "reports": reports.figures,
            "signatures": signatures.figures,
            "consents": consents.figures,
            "evidence": evidence.figures,
            "nameless": nameless.figures,
            "receipts": receipts.figures,
            "live": live.figures,
            "drafts": drafts.figures,
            "pages": pages.figures,
        }
        for name, measure in measures.items():
            _say(f"measuring {name}")
            found += measure(school.copied(folder, name))
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    _say(f"{machine}; 20,000 additions took {pace():.2f} ms")
    tell(found)


def _say(step: str) -> None:
    print(f"bench: {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
