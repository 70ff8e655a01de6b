"""Markdown to blocks, by way of the HTML that it stands for."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from partnerqa.corpus.layout import Layout
from partnerqa.corpus.markup import markup_layout

_FRONT_MATTER = re.compile(r"\A---\s*\n(?P<fields>.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_TITLE = re.compile(r"(?m)^title:\s*[\"']?(.+?)[\"']?\s*$")


def markdown_layout(text: str, path: str) -> Layout:
    """The blocks of a Markdown page (CommonMark); its front matter may give the title."""
    matter = _FRONT_MATTER.match(text)
    title = _TITLE.search(matter["fields"]) if matter else None
    body = text[matter.end() :] if matter else text
    page = MarkdownIt("commonmark").enable("table").render(body)
    heading = f"<title>{title.group(1)}</title>" if title else ""
    return markup_layout(f"<html><head>{heading}</head><body>{page}</body></html>", path)
