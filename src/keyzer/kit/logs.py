"""Log lines that tell where something went wrong and never what anybody wrote: exceptions lose their message."""

import logging
import traceback
from types import TracebackType

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutContent(logging.Formatter):
    """Prints of an exception its kind and the places it passed; its words may hold a name or a report."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 -- logging's own name
        """One line, whatever stood in it: an address or a host can be made to look like a line of its own."""
        return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in super().formatMessage(record))

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 -- logging's own name
        """The kind of the exception and its places in the code, also of what caused it."""
        if ei[1] is None:
            return ""
        lines: list[str] = []
        failure: BaseException | None = ei[1]
        while failure is not None:
            lines += [f"  {place.filename}:{place.lineno} in {place.name}" for place in _places(failure)]
            lines.append(f"{type(failure).__module__}.{type(failure).__qualname__}")
            failure = failure.__cause__ or failure.__context__
        return "\n".join(lines)


def _places(failure: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(failure.__traceback__)
