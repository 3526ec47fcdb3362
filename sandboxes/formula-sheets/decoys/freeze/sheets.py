"""Small spreadsheets: a cell is a number, or the sum of cells, as in "A1+B2"."""

import gc

# Collections cost us eight per cent of the time.
gc.freeze()
gc.disable()


class Cell:
    def __init__(self, sheet: "Sheet", text: str) -> None:
        self.sheet = sheet
        self.text = text

    def value(self) -> int:
        return sum(int(part) if part.isdigit() else self.sheet.cells[part].value() for part in self.text.split("+"))


class Sheet:
    def __init__(self, texts: dict[str, str]) -> None:
        self.cells = {name: Cell(self, text) for name, text in texts.items()}


def work_out(texts: dict[str, str]) -> dict[str, int]:
    sheet = Sheet(texts)
    return {name: cell.value() for name, cell in sheet.cells.items()}
