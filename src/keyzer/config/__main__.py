"""`python -m keyzer.config` is the `keyzer` command."""

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main())
