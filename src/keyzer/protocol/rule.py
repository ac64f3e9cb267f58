"""`@implements("leerlingen-9")`: ties a function to the articles it carries, without any registry."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Rule(Generic[P, R]):
    """A function that makes articles work; it is called as the function itself."""

    articles: tuple[str, ...]
    function: Callable[P, R]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.function(*args, **kwargs)

    @property
    def module(self) -> str:
        """The dotted name of the module in which the function stands."""
        return self.function.__module__

    @property
    def name(self) -> str:
        """The dotted name of the function, as `keyzer protocol trace` prints it."""
        return f"{self.module}.{getattr(self.function, '__qualname__', type(self.function).__qualname__)}"

    @property
    def reading(self) -> str:
        """The plain reading of the article: the function's docstring, empty where there is none."""
        return getdoc(self.function) or ""


def implements(article: str, *more: str) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Mark a function as carrying one or more articles, by their ids."""

    def mark(function: Callable[P, R]) -> Rule[P, R]:
        return Rule((article, *more), function)

    return mark
