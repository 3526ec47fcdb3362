"""The words of the judge in German. A unit is a noun of any gender, so no article stands before it."""

from collections.abc import Sequence

from leaklab.words.english import (
    ConsoleWords,
    DiagnosisWords,
    English,
    ExplanationWords,
    ProgramWords,
    VerdictWords,
)
from leaklab.words.quantities import Quantities

# One and many, by the English noun. The page has the same ones in `src/words/de/nouns.ts`, and more.
NOUNS = {
    "byte": ("Byte", "Bytes"),
    "call": ("Aufruf", "Aufrufe"),
    "checkout": ("Kasse", "Kassen"),
    "command": ("Befehl", "Befehle"),
    "entry": ("Eintrag", "Einträge"),
    "event": ("Ereignis", "Ereignisse"),
    "file": ("Datei", "Dateien"),
    "inquiry": ("Nachfrage", "Nachfragen"),
    "invoice": ("Rechnung", "Rechnungen"),
    "job": ("Job", "Jobs"),
    "loan": ("Ausleihe", "Ausleihen"),
    "mailing": ("Sendung", "Sendungen"),
    "message": ("Nachricht", "Nachrichten"),
    "notice": ("Meldung", "Meldungen"),
    "order": ("Bestellung", "Bestellungen"),
    "page": ("Seite", "Seiten"),
    "parcel": ("Paket", "Pakete"),
    "payment": ("Zahlung", "Zahlungen"),
    "reader": ("Leser", "Leser"),
    "reading": ("Messwert", "Messwerte"),
    "report": ("Bericht", "Berichte"),
    "request": ("Anfrage", "Anfragen"),
    "ride": ("Fahrt", "Fahrten"),
    "run": ("Lauf", "Läufe"),
    "scan": ("Scan", "Scans"),
    "search": ("Suche", "Suchen"),
    "session": ("Sitzung", "Sitzungen"),
    "sheet": ("Blatt", "Blätter"),
    "task": ("Aufgabe", "Aufgaben"),
    "unit": ("Einheit", "Einheiten"),
    "visit": ("Besuch", "Besuche"),
    "visitor": ("Besucher", "Besucher"),
}
_MARKS = str.maketrans(",.", ".,")


class GermanQuantities(Quantities):
    def number(self, digits: str) -> str:
        return digits.translate(_MARKS)

    def one(self, noun: str) -> str:
        """A unit that somebody else named stays as it is."""
        return NOUNS[noun][0] if noun in NOUNS else noun

    def many(self, noun: str) -> str:
        return NOUNS[noun][1] if noun in NOUNS else noun

    def per(self, noun: str) -> str:
        return f"pro {self.one(noun)}"

    def place(self, file: str, line: int) -> str:
        return f"{file}, Zeile {line}"

    def dative(self, noun: str, count: float) -> str:
        """`Läufen`: as behind „nach“, „von“ and „in“."""
        many = self.plural(noun, count)
        takes_n = count != 1 and noun in NOUNS and not many.endswith(("n", "s"))
        return f"{many}n" if takes_n else many

    def among(self, count: int, noun: str) -> str:
        """`12.800 Läufen`."""
        return f"{self.count(count)} {self.dative(noun, count)}"


class GermanVerdictWords(GermanQuantities, VerdictWords):
    bounded_lead = "Beschränkt:"
    as_good_as_bounded_lead = "So gut wie beschränkt:"
    growing_lead = "Wachsend:"
    too_large_lead = "Beschränkt, aber zu groß:"
    costly_lead = "Teuer:"
    cannot_tell_lead = "Nicht zu entscheiden:"
    broken_lead = "Zusage verletzt:"
    break_the_cycles = (
        "Löse die Zyklen auf, die ihn halten, sobald die Arbeit getan ist, oder mach eine Seite zu einer schwachen "
        "Referenz: Dann geht er sofort."
    )
    each_looks_at_all = "Jede sieht sich jedes Objekt des Prozesses an."

    def crashed_lead(self, unit: str, units: int, phase: str) -> str:
        return f"Abgestürzt {self.moment(unit, units, phase)}:"

    def moment(self, unit: str, units: int, phase: str) -> str:
        if phase == "import":
            return "beim Import des Programms"
        if phase == "diagnosis":
            return "in der Diagnose"
        return f"nach {self.among(units, unit)}" if units else f"bei {self.one(unit)} 1"

    def bounded(self, unit: str, units: int, limit: float, kept: int) -> str:
        told = f", {self.bytes(kept)} behalten" if kept else ""
        return f"kein Wachstum über {self.slope(limit)} {self.per(unit)} in {self.among(units, unit)}{told}."

    def trickle(self, unit: str, slope: float, error: float, sensitivity: float) -> str:
        return (
            f"Es wächst um {self.measured(slope, error)} {self.per(unit)}, "
            f"weniger als die {self.slope(sensitivity)}, die hier zählen."
        )

    def growing(self, unit: str, slope: float, objects: float, outside: float) -> str:
        counted = f" und {self.number(f'{objects:.1f}')} Objekte" if objects else ""
        return f"{self.slope(slope)}{counted} {self.per(unit)}{self._outside(outside)}."

    def growing_garbage(self, unit: str, slope: float, outside: float) -> str:
        return (
            f"{self.slope(slope)} Müll {self.per(unit)}{self._outside(outside)}, "
            "und kein Garbage Collector holt ihn ab."
        )

    def _outside(self, outside: float) -> str:
        return f", davon {self.slope(outside)} außerhalb von malloc" if outside else ""

    def lifetime(self, unit: str, rate: float, container: int, seconds: float) -> str:
        return (
            f"Bei {self.number(f'{rate:g}')} {self.dative(unit, rate)} pro Sekunde ist ein Container mit "
            f"{container // 2**20} MiB in {self.duration(seconds)} voll."
        )

    def too_large(self, size: float, budget: float, *, at_peak: bool) -> str:
        return f"{self._most(size, at_peak=at_peak)}, erlaubt sind {self.bytes(budget)}."

    def too_large_garbage(self, size: float, budget: float, retained: float, *, at_peak: bool) -> str:
        return (
            f"{self._most(size, at_peak=at_peak)}, erlaubt sind {self.bytes(budget)}; bis auf {self.bytes(retained)} "
            "ist alles Müll, der auf den Garbage Collector wartet."
        )

    def _most(self, size: float, *, at_peak: bool) -> str:
        return f"{self.bytes(size)} {'in der Spitze' if at_peak else 'behalten'}"

    def costly(self, unit: str, units: int, collections: int) -> str:
        full = "volle Sammlung" if collections == 1 else "volle Sammlungen"
        return f"{self.count(collections)} {full} in {self.among(units, unit)}."

    def contents_rise(self, gained: float, unit: str) -> str:
        return (
            f"Die Container gewinnen {self.number(f'{gained:.2g}')} {self.plural('entry', gained)} {self.per(unit)}, "
            "während der Speicher stillsteht, wie Tabellen zwischen zwei Verdopplungen."
        )

    def sawtooth(self, spread: float, limit: float, unit: str) -> str:
        return (
            f"Ein Sägezahn von {self.bytes(spread)} verdeckt jedes Wachstum unter {self.slope(limit)} {self.per(unit)}."
        )

    def late_rest(self, span: int, units: int) -> str:
        return f"Zur Ruhe kam es erst in den letzten {self.count(span)} von {self.among(units, 'unit')}."

    def slows_down(self, before: float, now: float, unit: str) -> str:
        return (
            f"Das Wachstum lässt nach, von {self.slope(before)} auf {self.slope(now)} {self.per(unit)}, "
            "wie bei einem Cache, der sich füllt, und kam noch nicht zur Ruhe."
        )

    def unsteady(self, rise: float, span: int) -> str:
        return (
            f"In den letzten {self.among(span, 'unit')} stieg es um {self.bytes(rise)}, aber nicht stetig: "
            "So sieht eine Tabelle aus, die einmal wächst, und auch eine Schwankung."
        )

    def near_the_limit(self, slope: float, limit: float, sensitivity: float, unit: str) -> str:
        return (
            f"Es steigt um {self.slope(slope)} ± {self.slope(limit)} {self.per(unit)}, "
            f"und ab {self.slope(sensitivity)} zählt es hier als Wachstum."
        )

    def scatter(self, spread: float) -> str:
        return f"Die Messwerte streuen um {self.bytes(spread)} und kommen nicht zur Ruhe."

    def called_early(self, unit: str, units: int, cap: int, seconds: float) -> str:
        return (
            f"Entschieden nach {self.count(units)} von {self.among(cap, unit)}, "
            f"denn mehr ließen {self.duration(seconds)} nicht zu."
        )

    def too_short(self, unit: str, units: int, cap: int, seconds: float, rising: float) -> str:
        rose = f", und es stieg dabei um {self.slope(rising)} {self.per(unit)}" if rising else ""
        if units < cap:
            came = f"nur zu {self.count(units)} von {self.among(cap, unit)}{rose}"
        else:
            came = f"zu {self.among(units, unit)}{rose}, und das genügte nicht"
        return f"In {self.duration(seconds)} kam es {came}; --within gibt mehr Zeit."

    def not_imported(self, seconds: float) -> str:
        return f"Nach {self.duration(seconds)} wurde das Programm noch immer importiert; --within gibt mehr Zeit."

    def not_warmed_up(self, seconds: float) -> str:
        return f"Nach {self.duration(seconds)} war es noch nicht aufgewärmt; --within gibt mehr Zeit."


class GermanExplanationWords(GermanQuantities, ExplanationWords):
    nothing_holds_it = "Kein Name, kein Frame und kein Container, in den Python sehen kann, hält es."
    nothing_holds_survivors = (
        "Kein Name, kein Frame und kein Container, in den Python sehen kann, hält die Überlebenden: Es hält sie eine "
        "Erweiterung oder ein Referenzzähler, der nie verringert wurde."
    )
    nothing_tracked = (
        "Kein Objekt, das der Garbage Collector verfolgt, hält diese Bytes: Es sind Texte oder Bytes, oder sie gehören "
        "einem Objekt, das nicht sagt, was es hält. Die Zeilen sagen, wo sie angelegt wurden."
    )
    search_cut = "Die Zeit war um, bevor überall nach Haltern gesucht war: Es kann mehr geben; --within gibt mehr Zeit."

    def other_end(self, sentence: str) -> str:
        return f"Es ließ sich nicht erklären, denn das Programm kam zu einem anderen Ende: {sentence}"

    def failed(self, error: str) -> str:
        return f"Es ließ sich nicht erklären: Die Suche ist gescheitert ({error})."

    def holders_failed(self, error: str) -> str:
        return f"Die Suche nach Haltern ist gescheitert ({error}): Die Zeilen und Typen gelten."

    def rest_is_kept_elsewhere(self, found: float, kept: float) -> str:
        return (
            f"Die Zeilen ergeben zusammen {self.bytes(found)} von {self.bytes(kept)}: "
            "Der Rest liegt in Dateien oder in Speicher, um den Python nicht gebeten wurde."
        )

    def in_files(self, unit: str, size: float, names: Sequence[str], more: int) -> str:
        rest = f" und {self.count(more)} weitere" if more else ""
        return f"Etwa {self.slope(size)} {self.per(unit)} gehen in Dateien: {', '.join(names)}{rest}."

    def out_of_sight(self, unit: str, size: float) -> str:
        return (
            f"Etwa {self.slope(size)} {self.per(unit)} wachsen außer Sicht von tracemalloc: "
            "Es ist Speicher einer C-Erweiterung, die Python nicht darum bittet."
        )

    def replaces(self, unit: str, found: float) -> str:
        return (
            f"Die Zeilen ergeben zusammen {self.slope(found)} {self.per(unit)}, mehr als das Wachstum: Ein Teil davon "
            "ersetzt etwas Älteres."
        )

    def rest_is_tracing(self, unit: str, found: float, slope: float) -> str:
        return (
            f"{self._part(unit, found, slope)} Was tracemalloc für einen Snapshot anlegt oder für sich behält, "
            "verfolgt es nicht."
        )

    def rest_comes_in_steps(self, unit: str, found: float, slope: float, units: int) -> str:
        return (
            f"{self._part(unit, found, slope)} Der Rest kam nicht in den {self.among(units, unit)}, die verfolgt "
            "wurden, wie bei einer Tabelle, die in Stufen wächst."
        )

    def _part(self, unit: str, found: float, slope: float) -> str:
        return f"Die Zeilen ergeben zusammen {self.slope(found)} von {self.slope(slope)} {self.per(unit)}:"

    def nothing_gathered(self, unit: str, units: int) -> str:
        return f"In den letzten {self.among(units, unit)} kam nichts hinzu: Es wächst seltener."

    def traced(self, unit: str, units: int, *, looks: bool) -> str:
        rest = "" if looks else " und keine für Typen und Halter"
        return (
            f"Die Zeit reichte für die Zeilen nur zum Verfolgen von {self.among(units, unit)}{rest}; "
            "--within gibt mehr Zeit."
        )

    context = "aktueller Kontext"
    event_loop = "Event-Loop"
    event_loop_ready = "bereit in der Event-Loop"
    event_loop_timers = "Timer der Event-Loop"
    thread = "Thread"
    key = "Schlüssel"

    def cell(self, owner: str, name: str) -> str:
        return f"{owner} Zelle {name}"

    def default(self, owner: str, name: str) -> str:
        return f"{owner} Vorgabewert {name}"

    def left_out(self, steps: int) -> str:
        return f"… {steps} weitere …"


class GermanDiagnosisWords(GermanQuantities, DiagnosisWords):
    where_not_said = 'Noch nicht gesagt. Nenne die Zeile, die es anlegt: culprit(where="app.py:41").'
    what_not_said = "Noch nicht gesagt. Nenne den Typ, der sich ansammelt: culprit(what=...)."
    held_by_not_said = 'Noch nicht gesagt. Nenne, was es hält: culprit(held_by="module.NAME").'
    no_line = 'Das ist keine Zeile. Gib sie als "app.py:41" an, oder übergib, was tracemalloc gefunden hat.'
    line_of_the_diagnosis = "Das ist die Diagnose selbst. Filtere ihre eigene Datei heraus."

    def of_type(self, name: str) -> str:
        return f"etwas vom Typ {name}"

    def line_of_no_program(self, line: str) -> str:
        return f"{line} gehört nicht zum Programm. Welche Zeile des Programms führte dorthin? Verfolge mehr Frames."

    def too_few_lines(self, file: str, lines: int) -> str:
        return f"{file} hat nur {lines} Zeilen."

    def line_allocates(self, line: str) -> str:
        return f"Ja: In {line} wird es angelegt."

    def line_stores(self, line: str) -> str:
        return f"Ja: In {line} wird es abgelegt."

    def right_file(self, source: str) -> str:
        return f"Die richtige Datei, aber `{source}` ist nicht die Zeile, die anlegt, was bleibt."

    def let_go_again(self, source: str) -> str:
        return f"Was `{source}` anlegt, wird wieder freigegeben. Vergleiche zwei Snapshots mit Last dazwischen."

    def piles_up(self, name: str) -> str:
        return f"Ja: Objekte vom Typ `{name}` sammeln sich an."

    def piles_up_not(self, name: str) -> str:
        return f"`{name}` sammelt sich nicht an. Zähle die Objekte nach Typ, load(200), und zähle noch einmal."

    def holds(self, name: str) -> str:
        return f"Ja: `{name}` hält jedes einzelne davon."

    def holds_not(self, name: str) -> str:
        return (
            f"`{name}` ist nicht, was sie am Leben hält. Nimm eines davon und frag gc.get_referrers(), wer darauf "
            "verweist."
        )

    rule_not_said = "Noch nicht gesagt. Übergib deine Funktion: claim(grows=...)."
    no_function = "Das ist keine Funktion. Übergib sie, ohne sie aufzurufen: claim(grows=grows)."

    def rule_failed(self, curve: str, error: str) -> str:
        """`curve` stands in the nominative, here as elsewhere."""
        return f"Die Funktion ist gescheitert, und zwar an: {curve}. {error}"

    def rule_returned_none(self, curve: str) -> str:
        return f"Die Funktion muss True oder False zurückgeben. Hier gab sie None zurück: {curve}."

    def rule_returned(self, curve: str, kind: str) -> str:
        return f"Die Funktion muss True oder False zurückgeben. Hier gab sie etwas vom Typ {kind} zurück: {curve}."

    def rule_right(self, count: int) -> str:
        return f"Ja: richtig bei allen {count} Kurven."

    def rule_wrong(self, right: int, count: int, curve: str, *, grows: bool) -> str:
        said = f"Sie sagt Nein, aber {curve} wächst" if grows else f"Sie sagt Ja, aber {curve} wächst nicht"
        return f"Richtig bei {right} von {count} Kurven. {said}."

    most_not_said = "Noch nicht gesagt. Wie viele Bytes bleiben höchstens? claim(at_most=...)."
    no_number = "Das ist keine Zahl von Bytes. Gib eine an wie 64_000."
    most_too_low = "Es steigt höher. Zähle mit, was noch fehlt, und lass Platz für den Rest."
    most_too_high = "Es bleibt weit darunter, wie manches Leck für eine Weile auch. Sei schärfer."
    most_right = "Eine Behauptung, die sich prüfen lässt, und nicht höher als nötig."


class GermanProgramWords(GermanQuantities, ProgramWords):
    def error(self, kind: str, message: str, place: tuple[str, int] | None) -> str:
        at = kind if place is None else f"{kind} in {self.place(*place)}"
        return f"{at}: {message}" if message else at

    def unreadable(self, kind: str) -> str:
        return f"({kind}, dessen Text sich nicht lesen lässt)"

    without_words = "eine Erwartung ohne Worte"
    out_of_memory = "Das Programm verlangte mehr Speicher, als es gibt."

    def needs_name(self, needing: str, name: str, file: str) -> str:
        return f"{needing} braucht `{name}` in {file}, und dort fehlt es."

    def not_installed(self, package: str, place: tuple[str, int] | None) -> str:
        importing = "das Programm" if place is None else self.place(*place)
        return f"`{package}` ist hier nicht installiert, wird aber importiert: {importing}."

    def not_installed_for(self, package: str, file: str) -> str:
        return f"`{package}` ist hier nicht installiert, und {file} importiert es."

    def not_available(self, package: str) -> str:
        return f"`{package}` gibt es in dieser Sandbox nicht."

    def imported_at(self, file: str, line: int) -> str:
        return f"{file} importiert es in Zeile {line}."

    def sandbox_has(self, packages: Sequence[str]) -> str:
        return f"Sie hat die Standardbibliothek und {', '.join(packages)}."

    no_threads = "Im Browser gibt es keine Threads: Erledige die Arbeit im selben oder als Task von asyncio."

    def failed_in(self, file: str, line: int) -> str:
        return f"Gescheitert in {self.place(file, line)}."

    def never_finishes(self, unit: str) -> str:
        return f"Eine Einheit ({self.one(unit)}) wird nie fertig: Sie wartet auf etwas, das nicht geschieht."

    def still_running(self, seconds: float) -> str:
        return f"Läuft nach {seconds:.0f} Sekunden virtueller Zeit noch immer."

    def nothing_came_back(self, seconds: float) -> str:
        return f"Seit {seconds:.0f} Sekunden kam nichts zurück."

    everything_waits = "Alles wartet, und nichts ist geplant, was das Warten beenden könnte."

    def no_outside(self, asked: str) -> str:
        return f"Keine Sockets, Pipes, Prozesse oder Signale in virtueller Zeit ({asked})."

    def ended_itself(self, moment: str) -> str:
        return f"Das Programm hat sich {moment} mit SystemExit selbst beendet."

    def waits_for_input(self, asking: str) -> str:
        return f"{self._no_keyboard(asking)} Schreib die Antwort stattdessen in den Code."

    def waits_for_a_debugger(self, asking: str) -> str:
        return (
            f"{self._no_keyboard(asking)} Gib stattdessen aus, was du dir ansehen würdest; "
            "was ausgegeben wird, steht in der Ausgabe."
        )

    def waits_for_stdin(self, asking: str) -> str:
        return f"{self._no_keyboard(asking)} Schreib stattdessen in den Code, was gelesen würde."

    def _no_keyboard(self, asking: str) -> str:
        return f"{asking} wartet auf eine Tastatur, und hier gibt es keine."

    no_workload = "workload.py braucht eine Funktion run(i)."

    def no_program(self, file: str) -> str:
        return (
            f"Es gibt kein {file}: Leg eines an, mit einer Funktion run(i) darin, die eine Einheit der Arbeit erledigt."
        )

    def no_run(self, file: str) -> str:
        return (
            f"{file} hat keine Funktion run(i). Ergänze `def run(i):` oder `async def run(i):`, "
            "die eine Einheit der Arbeit erledigt."
        )

    def no_run_but(self, file: str, name: str, line: int) -> str:
        return f"{file} hat keine Funktion run(i). Benenne {name} in Zeile {line} um, oder ergänze `def run(i):`."

    def run_is_a_class(self, file: str) -> str:
        return (
            f"In {file} ist run eine Klasse: Mach daraus eine Funktion, die die Nummer der Einheit nimmt, def run(i)."
        )

    def run_is_no_function(self, file: str, kind: str) -> str:
        return (
            f"In {file} ist run vom Typ {kind}: Mach daraus eine Funktion, die die Nummer der Einheit nimmt, "
            "def run(i)."
        )

    def is_a_generator(self, function: str) -> str:
        return (
            f"{function} ist ein Generator, und ein Aufruf führt nichts aus: "
            "Nimm stattdessen eine Funktion, die eine Einheit erledigt."
        )

    def takes_no_number(self, function: str) -> str:
        return f"{function} muss ein Argument nehmen, die Nummer der Einheit: def run(i)."

    nobody_awaits = "Die Funktion gab eine Coroutine zurück, auf die niemand wartet: Mach sie zu `async def`."
    picture_too_large = "Das Bild ist zu groß, um hier gezeigt zu werden: Gib max_depth oder too_many kleiner an."

    def too_many_pictures(self, most: int) -> str:
        return f"Mehr als {most} Bilder werden nicht auf einmal gezeigt."

    nothing_lives = "Hier gibt es kein lebendes Programm: load() geht in diagnose.py."
    load_takes_a_number = "load() nimmt eine Zahl von Einheiten, wie load(200)."


class GermanConsoleWords(GermanQuantities, ConsoleWords):
    out_of_memory = "Die Anweisung verlangte mehr Speicher, als es gibt."
    no_longer_at_hand = (
        "Der Prozess ist inzwischen weitergelaufen, und das hier ist nicht mehr zur Hand. Sieh noch einmal nach."
    )
    size_needs_pympler = (
        "Seine Größe mit allem, worauf es verweist, könnte pympler sagen, aber das hat diese Sandbox nicht."
    )

    def no_instances(self, names: str) -> str:
        return (
            f"Der Garbage Collector verfolgt keine Instanz von {names}: Es gibt keine, oder der Typ hält nichts, "
            "dem er folgen müsste, wie bei str. Sieh dir stattdessen an, was sie hält."
        )

    def size_failed(self, error: str, message: str) -> str:
        return f"pympler konnte seine Größe nicht sagen: {error}: {message}"

    def no_name(self, text: str) -> str:
        return f"{text} ist kein Name."

    def no_name_yet(self, text: str) -> str:
        return f"{text} ist kein Name. Gib seinem Wert zuerst in der Konsole einen Namen."

    def not_here(self, name: str) -> str:
        return f"{name} gibt es hier nicht."

    def not_there(self, text: str) -> str:
        return f"{text} ist nicht da."

    def not_there_or_computed(self, text: str) -> str:
        return f"{text} ist nicht da oder wird erst berechnet, wenn danach gefragt wird."

    def repr_raises(self, error: str, message: str) -> str:
        return f"Sein repr löst {error} aus: {message}".rstrip(": ")

    def repr_changed_it(self, names: Sequence[str]) -> str:
        return f"Sein repr hat es verändert: {', '.join(names)}."

    def repr_imported(self, names: Sequence[str]) -> str:
        return f"Sein repr hat {', '.join(names)} importiert."

    def repr_is_long(self, length: int, shown: int) -> str:
        return f"Sein repr hat {self.count(length)} Zeichen; hier sind die ersten {self.count(shown)}."

    def long(self, length: int) -> str:
        return f"Länge {self.count(length)}"

    def bits(self, count: int) -> str:
        return f"{self.count(count)} Bit"

    def of_length(self, kind: str, length: int) -> str:
        return f"{kind} der Länge {self.count(length)}"

    def local(self, name: str) -> str:
        return f"lokal {name}"

    def of_the_console(self, name: str) -> str:
        return f"{name} der Konsole"

    def closure_cell(self, name: str) -> str:
        return f"Closure-Zelle {name}"


class German(GermanQuantities, English):
    code = "de"
    verdict = GermanVerdictWords()
    explanation = GermanExplanationWords()
    diagnosis = GermanDiagnosisWords()
    program = GermanProgramWords()
    console = GermanConsoleWords()
