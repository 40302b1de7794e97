"""A strict reader of the pages: tags must be closed, and nothing may come from elsewhere."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """The page `text`; an AssertionError if it breaks a rule.

    tags: [(tag, attributes)] in order; text: all text outside of style and tags
    """

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.words, self.open, self.source = [], [], [], text
        assert text.startswith("<!DOCTYPE html>")
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {self.open}"
        self.text = " ".join(" ".join(self.words).split())
        self._check()

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        assert len(set(names)) == len(names), f"{tag}: an attribute twice: {names}"
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag):
        """The attributes of every element `tag`."""
        return [attributes for name, attributes in self.tags if name == tag]

    def _check(self):
        assert not self.all("script")
        ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        assert len(set(ids)) == len(ids), ids
        for tag, attributes in self.tags:
            for name in ("src", "href"):
                target = attributes.get(name, "#")
                if target.startswith("#"):
                    assert target == "#" or target[1:] in ids, target
                else:
                    assert target.startswith("data:"), f"{tag}: {target[:60]}"
        assert all(image["alt"] for image in self.all("img"))
        assert not re.search(r"url\(|@import", self.source)
        assert len(self.all("caption")) == len(self.all("table"))
