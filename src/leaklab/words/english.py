"""The words of the judge in English, by topic. Another language has each of them, and says it in its own way."""

from collections.abc import Sequence

from leaklab.words.quantities import Quantities


class VerdictWords(Quantities):
    """Of a verdict: a lead, what it leads to, and what there is to say besides."""

    bounded_lead = "Bounded:"
    as_good_as_bounded_lead = "As good as bounded:"
    growing_lead = "Growing:"
    too_large_lead = "Bounded, but too large:"
    costly_lead = "Costly:"
    cannot_tell_lead = "Cannot tell:"
    broken_lead = "Broken:"
    break_the_cycles = (
        "Break the cycles that hold it when the work is done, or make one side a weak reference, and it goes at once."
    )
    each_looks_at_all = "Each looks at every object of the process."

    def crashed_lead(self, unit: str, units: int, phase: str) -> str:
        return f"Crashed {self.moment(unit, units, phase)}:"

    def moment(self, unit: str, units: int, phase: str) -> str:
        """When, after so many units that came back."""
        if phase == "import":
            return "while the program was imported"
        if phase == "diagnosis":
            return "in the diagnosis"
        return f"after {self.counted(units, unit)}" if units else f"in the first {unit}"

    def bounded(self, unit: str, units: int, limit: float, kept: int) -> str:
        """`kept`: bytes, 0 where they go without saying."""
        told = f", {self.bytes(kept)} kept" if kept else ""
        return f"no growth above {self.slope(limit)} per {unit} over {self.count(units)} {self.many(unit)}{told}."

    def trickle(self, unit: str, slope: float, error: float, sensitivity: float) -> str:
        """A steady rise that does not count: what it is, and what would count."""
        return (
            f"it grows by {self.measured(slope, error)} per {unit}, "
            f"less than the {self.slope(sensitivity)} that counts here."
        )

    def growing(self, unit: str, slope: float, objects: float, outside: float) -> str:
        """`objects` per unit, and bytes that lie `outside` of malloc; 0 where there are none worth a word."""
        counted = f" and {objects:.1f} objects" if objects else ""
        return f"{self.slope(slope)}{counted} per {unit}{self._outside(outside)}."

    def growing_garbage(self, unit: str, slope: float, outside: float) -> str:
        return f"{self.slope(slope)} of garbage, and no collector comes for it, per {unit}{self._outside(outside)}."

    def _outside(self, outside: float) -> str:
        return f", {self.slope(outside)} of it outside malloc" if outside else ""

    def lifetime(self, unit: str, rate: float, container: int, seconds: float) -> str:
        """When a container of so many bytes is full, at so many units a second."""
        return (
            f"At {rate:g} {self.plural(unit, rate)} a second a {container // 2**20} MiB container is full in "
            f"{self.duration(seconds)}."
        )

    def too_large(self, size: float, budget: float, *, at_peak: bool) -> str:
        return f"{self._most(size, at_peak=at_peak)} against {self.bytes(budget)}."

    def too_large_garbage(self, size: float, budget: float, retained: float, *, at_peak: bool) -> str:
        """Of what has gathered between two collections."""
        return (
            f"{self._most(size, at_peak=at_peak)} against {self.bytes(budget)}, all but {self.bytes(retained)} of it "
            "garbage that waits for the collector."
        )

    def _most(self, size: float, *, at_peak: bool) -> str:
        return f"{self.bytes(size)} {'at its peak' if at_peak else 'kept'}"

    def costly(self, unit: str, units: int, collections: int) -> str:
        return f"{self.counted(collections, 'full collection')} in {self.counted(units, unit)}."

    def contents_rise(self, gained: float, unit: str) -> str:
        return (
            f"its containers gain {gained:.2g} {self.plural('entry', gained)} per {unit} while its memory stands "
            "still, as tables do between two doublings."
        )

    def sawtooth(self, spread: float, limit: float, unit: str) -> str:
        return f"a sawtooth of {self.bytes(spread)} hides any growth below {self.slope(limit)} per {unit}."

    def late_rest(self, span: int, units: int) -> str:
        return f"it came to rest only in the last {self.count(span)} of {self.count(units)} units."

    def slows_down(self, before: float, now: float, unit: str) -> str:
        return (
            f"growth slows down, from {self.slope(before)} to {self.slope(now)} per {unit}, "
            "as a cache does while it fills, and had not come to rest."
        )

    def unsteady(self, rise: float, span: int) -> str:
        return (
            f"it rose by {self.bytes(rise)} in the last {self.count(span)} units, but not steadily: "
            "a table that grows once looks like that, and so does a swing."
        )

    def near_the_limit(self, slope: float, limit: float, sensitivity: float, unit: str) -> str:
        return (
            f"it rises by {self.slope(slope)} ± {self.slope(limit)} per {unit}, "
            f"and {self.slope(sensitivity)} counts as growth here."
        )

    def scatter(self, spread: float) -> str:
        return f"its readings scatter by {self.bytes(spread)} without coming to rest."

    def called_early(self, unit: str, units: int, cap: int, seconds: float) -> str:
        """Of growth that was called before the cap came."""
        return (
            f"Called after {self.count(units)} of {self.counted(cap, unit)}, "
            f"for that was what {self.duration(seconds)} allowed."
        )

    def too_short(self, unit: str, units: int, cap: int, seconds: float, rising: float) -> str:
        """`rising`: by how many bytes per unit it did, which may be a cache that fills; 0 if it did not."""
        rose = f", in which it rose by {self.slope(rising)} per {unit}" if rising else ""
        if units < cap:
            allowed = f"only {self.count(units)} of {self.counted(cap, unit)}{rose}"
        else:
            allowed = f"{self.counted(units, unit)}{rose}, and they were not enough"
        return f"{self.duration(seconds)} allowed {allowed}; --within gives it longer."

    def not_imported(self, seconds: float) -> str:
        return f"after {self.duration(seconds)} the program was still being imported; --within gives it longer."

    def not_warmed_up(self, seconds: float) -> str:
        return f"after {self.duration(seconds)} it had not warmed up; --within gives it longer."


class ExplanationWords(Quantities):
    """Of what grows: notes, and steps of a path that have no name in the source."""

    nothing_holds_it = "No name, frame or container that Python can look into holds it."
    nothing_holds_survivors = (
        "No name, frame or container that Python can look into holds what survived: an extension holds it, or a "
        "count of references that was never brought down."
    )
    nothing_tracked = (
        "No object that the collector tracks holds these bytes: they are text or bytes, or belong to an object that "
        "does not say what it holds. The lines say where it was allocated."
    )
    search_cut = "The time was over before all was searched for who holds it: more may; --within gives it longer."

    def other_end(self, sentence: str) -> str:
        return f"It could not be explained, for the program came to another end: {sentence}"

    def failed(self, error: str) -> str:
        return f"It could not be explained: the search failed ({error})."

    def holders_failed(self, error: str) -> str:
        return f"The search for who holds it failed ({error}): the lines and types stand."

    def rest_is_kept_elsewhere(self, found: float, kept: float) -> str:
        return (
            f"The lines add up to {self.bytes(found)} of the {self.bytes(kept)}: "
            "the rest lies in files, or in memory that Python was not asked for."
        )

    def in_files(self, unit: str, size: float, names: Sequence[str], more: int) -> str:
        """`names` of some, and how many more there are."""
        rest = f" and {self.count(more)} more" if more else ""
        return f"About {self.slope(size)} per {unit} go into files: {', '.join(names)}{rest}."

    def out_of_sight(self, unit: str, size: float) -> str:
        return (
            f"About {self.slope(size)} per {unit} grow out of tracemalloc's sight: "
            "they are memory of a C extension that does not ask Python for it."
        )

    def replaces(self, unit: str, found: float) -> str:
        return (
            f"The lines add up to {self.slope(found)} per {unit}, more than it grows: a part of that takes the "
            "place of something older."
        )

    def rest_is_tracing(self, unit: str, found: float, slope: float) -> str:
        return (
            f"{self._part(unit, found, slope)} what tracemalloc makes for a snapshot or keeps for itself, it does not "
            "trace."
        )

    def rest_comes_in_steps(self, unit: str, found: float, slope: float, units: int) -> str:
        return (
            f"{self._part(unit, found, slope)} the rest did not come in the {self.count(units)} {self.many(unit)} "
            "that were traced, as a table that grows in steps."
        )

    def _part(self, unit: str, found: float, slope: float) -> str:
        return f"The lines add up to {self.slope(found)} of the {self.slope(slope)} per {unit}:"

    def nothing_gathered(self, unit: str, units: int) -> str:
        return f"Nothing gathered in the last {self.count(units)} {self.many(unit)}: it grows more seldom than that."

    def traced(self, unit: str, units: int, *, looks: bool) -> str:
        """Of what the time cut short: where its lines come from, and whether there was time for more."""
        rest = "" if looks else ", and none to look for types and holders"
        return (
            f"The time allowed to trace only {self.counted(units, unit)} for the lines{rest}; --within gives it longer."
        )

    context = "current Context"
    event_loop = "event loop"
    event_loop_ready = "event loop ready"
    event_loop_timers = "event loop timers"
    thread = "thread"
    key = "key"

    def cell(self, owner: str, name: str) -> str:
        """`name` ends it, as it does in whatever has one."""
        return f"{owner} cell {name}"

    def default(self, owner: str, name: str) -> str:
        return f"{owner} default {name}"

    def left_out(self, steps: int) -> str:
        return f"… {steps} more …"


class DiagnosisWords(Quantities):
    """Of a finding: what to look at next."""

    where_not_said = 'Not said yet. Name the line that allocates it: culprit(where="app.py:41").'
    what_not_said = "Not said yet. Name the type that piles up: culprit(what=...)."
    held_by_not_said = 'Not said yet. Name what holds it: culprit(held_by="module.NAME").'
    no_line = 'That is not a line. Give it as "app.py:41", or hand over what tracemalloc found.'
    line_of_the_diagnosis = "That is the diagnosis itself. Filter its own file out."

    def of_type(self, name: str) -> str:
        """Of an answer that has no name."""
        return f"a {name}"

    def line_of_no_program(self, line: str) -> str:
        return f"{line} is not in the program. Which line of the program led there? Trace with more frames."

    def too_few_lines(self, file: str, lines: int) -> str:
        return f"{file} has only {lines} lines."

    def line_allocates(self, line: str) -> str:
        return f"Yes: {line} is where it is allocated."

    def line_stores(self, line: str) -> str:
        return f"Yes: {line} is where it is stored."

    def right_file(self, source: str) -> str:
        return f"The right file, but `{source}` is not the line that allocates what stays."

    def let_go_again(self, source: str) -> str:
        return f"What `{source}` allocates is let go again. Compare two snapshots with load between them."

    def piles_up(self, name: str) -> str:
        return f"Yes: `{name}` objects pile up."

    def piles_up_not(self, name: str) -> str:
        return f"`{name}` is not what piles up. Count objects by type, load(200), and count again."

    def holds(self, name: str) -> str:
        return f"Yes: `{name}` holds every one of them."

    def holds_not(self, name: str) -> str:
        return f"`{name}` is not what keeps them alive. Take one of them and ask gc.get_referrers() who refers to it."

    rule_not_said = "Not said yet. Hand over your function: claim(grows=...)."
    no_function = "That is not a function. Hand it over without calling it: claim(grows=grows)."

    def rule_failed(self, curve: str, error: str) -> str:
        """`curve` is a name that stands within a sentence."""
        return f"It failed on {curve}. {error}"

    def rule_returned_none(self, curve: str) -> str:
        return f"It must return True or False, and of {curve} it returned None."

    def rule_returned(self, curve: str, kind: str) -> str:
        return f"It must return True or False, and of {curve} it returned something of type {kind}."

    def rule_right(self, count: int) -> str:
        return f"Yes: right about all {count} curves."

    def rule_wrong(self, right: int, count: int, curve: str, *, grows: bool) -> str:
        """`curve` is one that it is wrong about, and `grows` is what that does."""
        said = "does not grow, and it does" if grows else "grows, and it does not"
        return f"Right about {right} of {count} curves. It says that {curve} {said}."

    most_not_said = "Not said yet. How many bytes stay at most? claim(at_most=...)."
    no_number = "That is not a number of bytes. Give one such as 64_000."
    most_too_low = "It gets higher than that. Count what it has not yet, and leave room for the rest."
    most_too_high = "It stays far below that, as would many a leak for a while. Be sharper."
    most_right = "A claim that can be tested, and it is not more than it has to be."


class ProgramWords(Quantities):
    """Of a program that does not run as it should: how it failed, and what it asked for that is not there."""

    def error(self, kind: str, message: str, place: tuple[str, int] | None) -> str:
        """`KeyError: 'x'`; with a place, `SyntaxError in app.py, line 3: expected ':'`."""
        at = kind if place is None else f"{kind} in {self.place(*place)}"
        return f"{at}: {message}" if message else at

    def unreadable(self, kind: str) -> str:
        """In place of what an exception says."""
        return f"(a {kind} whose text cannot be read)"

    without_words = "an expectation without words"
    out_of_memory = "The program asked for more memory than there is."

    def needs_name(self, needing: str, name: str, file: str) -> str:
        return f"{needing} needs `{name}` in {file}, and it is not there."

    def not_installed(self, package: str, place: tuple[str, int] | None) -> str:
        """`place`: that imports it, if it is known."""
        importing = "the program" if place is None else f"{self.place(*place)},"
        return f"`{package}` is not installed here, and {importing} imports it."

    def not_installed_for(self, package: str, file: str) -> str:
        """`file` is of a library."""
        return f"`{package}` is not installed here, and {file} imports it."

    def not_available(self, package: str) -> str:
        return f"`{package}` is not available in this sandbox."

    def imported_at(self, file: str, line: int) -> str:
        return f"{file} imports it in line {line}."

    def sandbox_has(self, packages: Sequence[str]) -> str:
        return f"It has the standard library and {', '.join(packages)}."

    no_threads = "There are no threads in the browser: do the work in the same one, or as a task of asyncio."

    def failed_in(self, file: str, line: int) -> str:
        return f"It failed in {self.place(file, line)}."

    def never_finishes(self, unit: str) -> str:
        return f"A {unit} never finishes: it waits for something that does not happen."

    def still_running(self, seconds: float) -> str:
        return f"Still running after {seconds:.0f} seconds of virtual time."

    def nothing_came_back(self, seconds: float) -> str:
        return f"Nothing came back for {seconds:.0f} seconds."

    everything_waits = "Everything waits, and nothing is scheduled that could end the waiting."

    def no_outside(self, asked: str) -> str:
        return f"No sockets, pipes, processes or signals on virtual time ({asked})."

    def ended_itself(self, moment: str) -> str:
        return f"The program ended itself with SystemExit {moment}."

    def waits_for_input(self, asking: str) -> str:
        return f"{self._no_keyboard(asking)} Write the answer into the code instead."

    def waits_for_a_debugger(self, asking: str) -> str:
        return (
            f"{self._no_keyboard(asking)} Print what you would look at instead; what is printed stands in the output."
        )

    def waits_for_stdin(self, asking: str) -> str:
        return f"{self._no_keyboard(asking)} Write what it would read into the code instead."

    def _no_keyboard(self, asking: str) -> str:
        return f"{asking} waits for a keyboard, and there is none here."

    no_workload = "workload.py needs a function run(i)."

    def no_program(self, file: str) -> str:
        return f"There is no {file}: add one with a function run(i) in it, which does one unit of work."

    def no_run(self, file: str) -> str:
        return f"{file} has no function run(i). Add `def run(i):`, or `async def run(i):`, which does one unit of work."

    def no_run_but(self, file: str, name: str, line: int) -> str:
        return f"{file} has no function run(i). Rename {name}, in line {line}, or add `def run(i):`."

    def run_is_a_class(self, file: str) -> str:
        return f"In {file} run is a class: make it a function that takes the unit's number, def run(i)."

    def run_is_no_function(self, file: str, kind: str) -> str:
        return f"In {file} run is of type {kind}: make it a function that takes the unit's number, def run(i)."

    def is_a_generator(self, function: str) -> str:
        return f"{function} is a generator, and calling it runs nothing: give it a function that does one unit."

    def takes_no_number(self, function: str) -> str:
        return f"{function} must take one argument, the number of the unit: def run(i)."

    nobody_awaits = "The function gave back a coroutine, which nobody awaits: make it `async def`."
    picture_too_large = "The picture is too large to be shown here: give a lower max_depth or too_many."

    def too_many_pictures(self, most: int) -> str:
        return f"No more than {most} pictures are shown at once."

    nothing_lives = "There is no living program here: load() works in diagnose.py."
    load_takes_a_number = "load() takes a number of units, such as load(200)."


class ConsoleWords(Quantities):
    """Of a program that lives on: what can be seen of its objects, and what not."""

    out_of_memory = "The statement asked for more memory than there is."
    no_longer_at_hand = "The process has run on since, and this is no longer at hand. Look again."
    size_needs_pympler = "Its size with all that it refers to is for pympler to tell, which this sandbox does not have."

    def no_instances(self, names: str) -> str:
        return (
            f"The collector tracks no instance of {names}: there is none, or the type holds nothing "
            "that it would have to follow, as str does. Look at what holds them instead."
        )

    def size_failed(self, error: str, message: str) -> str:
        return f"pympler could not tell its size: {error}: {message}"

    def no_name(self, text: str) -> str:
        return f"{text} is no name."

    def no_name_yet(self, text: str) -> str:
        return f"{text} is no name. Give its value a name in the console first."

    def not_here(self, name: str) -> str:
        return f"There is no {name} here."

    def not_there(self, text: str) -> str:
        return f"{text} is not there."

    def not_there_or_computed(self, text: str) -> str:
        return f"{text} is not there, or is only computed when it is asked for."

    def repr_raises(self, error: str, message: str) -> str:
        return f"Its repr raises {error}: {message}".rstrip(": ")

    def repr_changed_it(self, names: Sequence[str]) -> str:
        return f"Its repr changed it: {', '.join(names)}."

    def repr_imported(self, names: Sequence[str]) -> str:
        return f"Its repr imported {', '.join(names)}."

    def repr_is_long(self, length: int, shown: int) -> str:
        return f"Its repr has {self.count(length)} characters; here are the first {self.count(shown)}."

    def long(self, length: int) -> str:
        """Behind the beginning of a text."""
        return f"{self.count(length)} long"

    def bits(self, count: int) -> str:
        return f"{self.count(count)} bits"

    def of_length(self, kind: str, length: int) -> str:
        return f"{kind} of {self.count(length)}"

    def local(self, name: str) -> str:
        return f"local {name}"

    def of_the_console(self, name: str) -> str:
        return f"the console’s {name}"

    def closure_cell(self, name: str) -> str:
        return f"closure cell {name}"


class English(Quantities):
    code = "en"
    verdict = VerdictWords()
    explanation = ExplanationWords()
    diagnosis = DiagnosisWords()
    program = ProgramWords()
    console = ConsoleWords()
