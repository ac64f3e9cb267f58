"""The docs tool: a page that differs from the code is told, and written anew."""

from pathlib import Path

from tools import docs


def test_a_page_that_is_missing_or_changed_is_told(tmp_path: Path) -> None:
    assert [page.name for page in docs.outdated(tmp_path)] == list(docs.PAGES)
    docs.write(tmp_path)
    assert docs.outdated(tmp_path) == []
    page = tmp_path / "articles.md"
    page.write_text(page.read_text() + "by hand\n")
    assert docs.outdated(tmp_path) == [page]
