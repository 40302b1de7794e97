"""Plain SVG: boxes, words, lines and arrows on a white ground."""

from html import escape

INK, GREY, PALE = "#222222", "#767676", "#f1f1f1"
FORWARD, FORWARD_PALE = "#1763a6", "#dcebf8"
BACKWARD, BACKWARD_PALE = "#b8500f", "#fce8d9"
UPDATE, UPDATE_PALE = "#2a7a31", "#dff1e0"
MEMORY, WHITE = "#fff8d6", "#ffffff"


class Canvas:
    """A picture of `width` x `height` pixels; y grows downwards."""

    def __init__(self, width, height, title):
        self.width, self.height, self.title = width, height, title
        self.arrows, self.parts, self.words = [], [], []

    def rect(self, x, y, w, h, *, fill=WHITE, stroke=INK, line=1.2, round=0, dash=None):
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{round}" fill="{fill}"'
            f' stroke="{stroke}" stroke-width="{line}"{dashed}/>'
        )

    def text(self, x, y, words, *, size=13, anchor="middle", fill=INK, bold=False, mono=False):
        """`words` with its baseline at y; several lines if it has line breaks."""
        family = "DejaVu Sans Mono, Menlo, Consolas, monospace" if mono else FAMILY
        weight = ' font-weight="bold"' if bold else ""
        for index, line in enumerate(str(words).split("\n")):
            self.words.append(
                f'<text x="{x:g}" y="{y + index * size * 1.25:g}" font-family="{family}"'
                f' font-size="{size}" text-anchor="{anchor}" fill="{fill}"{weight}>'
                f"{escape(line, quote=False)}</text>"
            )

    def box(self, x, y, w, h, name, note="", *, fill=WHITE, stroke=INK, size=13, round=5):
        """A named box; the name is in the middle, or above the lines of `note`."""
        self.rect(x, y, w, h, fill=fill, stroke=stroke, round=round, line=1.4)
        lines = note.split("\n") if note else []
        top = y + h / 2 + size * 0.35 - len(lines) * size * 0.55
        self.text(x + w / 2, top, name, size=size, bold=True)
        if lines:
            self.text(x + w / 2, top + size * 1.15, note, size=size - 2)

    def memory(self, x, y, w, h, name, note=""):
        self.box(x, y, w, h, name, note, fill=MEMORY, stroke=GREY, round=0)

    def line(self, points, *, stroke=INK, width=1.2, dash=None, layer=None):
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        (self.parts if layer is None else layer).append(
            f'<polyline points="{path}" fill="none" stroke="{stroke}"'
            f' stroke-width="{width}"{dashed}/>'
        )

    def arrow(self, *points, stroke=INK, width=1.8, over=False, dash=None):
        """Along `points`, with a head at the last, under all boxes unless `over`.

        Where it crosses an earlier arrow it runs on a white halo.
        """
        layer = self.parts if over else self.arrows
        (x0, y0), (x1, y1) = points[-2:]
        length = max(abs(x1 - x0), abs(y1 - y0), 1e-9)
        dx, dy = (x1 - x0) / length, (y1 - y0) / length
        neck = (x1 - 8 * dx, y1 - 8 * dy)
        path = [*points[:-1], neck]
        if not over:
            self.line(path, stroke=WHITE, width=width + 5, layer=layer)
        self.line(path, stroke=stroke, width=width, dash=dash, layer=layer)
        corners = [(x1, y1), (neck[0] - 4 * dy, neck[1] + 4 * dx)]
        corners.append((neck[0] + 4 * dy, neck[1] - 4 * dx))
        head = " ".join(f"{x:g},{y:g}" for x, y in corners)
        layer.append(f'<polygon points="{head}" fill="{stroke}"/>')

    def svg(self):
        """The picture as the text of an SVG element."""
        body = "\n".join([*self.arrows, *self.parts, *self.words])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
            f' width="{self.width}" height="{self.height}" role="img">\n'
            f"<title>{escape(self.title, quote=False)}</title>\n"
            f'<rect width="{self.width}" height="{self.height}" fill="{WHITE}"/>\n{body}\n</svg>\n'
        )


def cells(c, x, y, values, *, size=30, fills=None, mono=True, stroke=GREY, height=None):
    """A row of boxed values."""
    height = height or size
    for index, value in enumerate(values):
        fill = fills[index] if fills else WHITE
        c.rect(x + index * size, y, size, height, fill=fill, stroke=stroke, line=1)
        c.text(x + (index + 0.5) * size, y + height / 2 + 5, value, mono=mono)


FAMILY = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif"
