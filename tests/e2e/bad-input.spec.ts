import { Bench } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const FILE = 'desk.py';
const START = sandboxText(FIXTURE_LESSON, FILE);
const LEND = START.slice(START.indexOf('def lend'), START.indexOf('def bring_back'));

/** Each program, what Check says of it, and what else the page must show. */
const CRASHES = [
  {
    name: 'a syntax error is named with its line',
    text: `def broken(:\n    pass\n\n${START}`,
    said: /SyntaxError/,
    shown: 'Line 1',
  },
  {
    name: 'an exception at import is shown with its own words',
    text: `${START}\n\nraise RuntimeError("the shelf is empty")\n`,
    said: /the shelf is empty|RuntimeError/,
    shown: 'the shelf is empty',
  },
  {
    name: 'a package that is not there is named',
    text: `import numpy\n${START}`,
    said: /^`numpy` is not installed here, and desk\.py, line 1, imports it\.$/,
    shown: "No module named 'numpy'",
  },
  {
    name: 'sys.exit is a crash and not a pass',
    text: `${START}\n\nimport sys\n\nsys.exit(0)\n`,
    said: /SystemExit|exit/,
    shown: 'SystemExit',
  },
] as const;

for (const { name, text, said, shown } of CRASHES) {
  test(name, async ({ page }) => {
    const bench = new Bench(page);
    await bench.open(FIXTURE_LESSON);
    await bench.type(FILE, text);
    await bench.expectAfter('Check', said);
    await expect(bench.root.getByText(shown).first()).toBeVisible();
    await expect(bench.textbox).toHaveValue(text);
  });
}

test('an exception under load is shown with the line that raised it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  const failing = LEND.replace(/:\n/, ':\n    raise RuntimeError("the stamp is dry")\n');
  await bench.type(FILE, START.replace(LEND, failing));
  await bench.expectAfter('Check', /the stamp is dry/);
  await expect(bench.root.getByRole('button', { name: /^desk\.py:\d+$/ })).toBeVisible();
});

test('a function that the workload calls and that is gone is asked for by name', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, START.replace(LEND, ''));
  await bench.expectAfter('Check', /workload\.py needs `lend` in desk\.py/);
});

test('a loop without end is stopped by Stop, at once, and the next run works', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, `${START}\n\nwhile True:\n    pass\n`);
  await bench.press('Run');
  await expect(bench.root.getByText('Importing the program').first()).toBeVisible();
  await bench.press('Stop');
  await bench.expectSaid(/^You stopped the run\.$/);
  await bench.type(FILE, `${START}\n`);
  await bench.expectAfter('Run', /^Ran /);
});

test('a loop without end that nobody stops ends as timed out', async ({ page }) => {
  await page.clock.install();
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, `${START}\n\nwhile True:\n    pass\n`);
  await bench.press('Run');
  await expect(bench.root.getByText('Importing the program').first()).toBeVisible();
  await page.clock.fastForward('10:00');
  await bench.expectSaid(/^Nothing came back for \d+ seconds/);
});

test('a memory bomb meets the limit, and the next run works', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, `${START}\n\nHOARD = []\nwhile True:\n    HOARD.append(bytearray(10_000_000))\n`);
  await bench.expectAfter('Run', /limit of 256 MiB/);
  await bench.type(FILE, `${START}\n`);
  await bench.expectAfter('Run', /^Ran /);
});

test('two million lines of output are cut, with a note of how much', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type('diagnose.py', 'for number in range(2_000_000):\n    print(number)\n');
  await bench.expectAfter('Diagnose', /^Your diagnosis ran\./);
  await expect(bench.output).toContainText('1999999');
  await expect(bench.output.getByText(/^Cut here: [\d,]{9,} lines, /)).toBeVisible();
});
