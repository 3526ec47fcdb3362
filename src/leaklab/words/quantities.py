"""Numbers and nouns in sentences: the one place where the judge's quantities get their digits and their units."""

from math import ceil, floor, log10

_SPANS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


class Quantities:
    """As English has them; another language sets its own marks and knows its own nouns."""

    def number(self, digits: str) -> str:
        """A number as Python writes it, `12,800.5`, with the marks of the language."""
        return digits

    def one(self, noun: str) -> str:
        """Of an English noun, such as a unit, which is a single plain word by contract."""
        return noun

    def many(self, noun: str) -> str:
        """`request` -> `requests`."""
        if noun.endswith("y") and noun[-2:-1] not in "aeiou":
            return noun[:-1] + "ies"
        return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")

    def place(self, file: str, line: int) -> str:
        return f"{file}, line {line}"

    def plural(self, noun: str, count: float) -> str:
        """`noun` for `count` of them."""
        return self.one(noun) if count == 1 else self.many(noun)

    def count(self, count: int) -> str:
        """12800 -> "12,800"."""
        return self.number(f"{count:,}")

    def counted(self, count: int, noun: str) -> str:
        """12800, "request" -> "12,800 requests"."""
        return f"{self.count(count)} {self.plural(noun, count)}"

    def bytes(self, size: float) -> str:
        """1234 -> "1.2 kB", 62000 -> "62 kB": decimal units, as dashboards show them."""
        amount = abs(size)
        sign = "-" if size < 0 else ""
        if amount < 1000:
            return f"{sign}{amount:.0f} B"
        for unit in ("kB", "MB", "GB"):
            amount /= 1000
            if amount < 999.5 or unit == "GB":
                digits = f"{amount:.1f}".removesuffix(".0") if amount < 9.95 else f"{amount:.0f}"
                return f"{sign}{self.number(digits)} {unit}"
        raise AssertionError("unreachable")

    def slope(self, bytes_per_unit: float) -> str:
        """412.3 -> "412 B", 3.14 -> "3.1 B", 0.012 -> "0.012 B"."""
        if bytes_per_unit >= 1000:
            return self.bytes(bytes_per_unit)
        if bytes_per_unit >= 10:
            return f"{bytes_per_unit:.0f} B"
        digits = f"{bytes_per_unit:.1f}" if bytes_per_unit >= 1 else f"{bytes_per_unit:.2g}"
        return f"{self.number(digits)} B"

    def measured(self, slope: float, error: float) -> str:
        """0.632, 0.031 -> "0.63 ± 0.04 B": to the first figure of the error, which is rounded up."""
        digits = max(0, -floor(log10(max(error, 1e-9))))
        grain = 10.0**-digits
        return self.number(f"{slope:.{digits}f} ± {ceil(error / grain - 1e-6) * grain:.{digits}f} B")

    def duration(self, seconds: float) -> str:
        """65000 -> "18 h 3 min": the two largest units."""
        whole = max(1, round(seconds))
        parts = []
        for size, name in _SPANS:
            if whole >= size:
                parts.append(f"{self.count(whole // size)} {name}")
                whole %= size
            elif parts:
                break
        return " ".join(parts[:2])
