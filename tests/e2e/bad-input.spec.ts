import { Bench, sandboxFile } from './bench.ts';
import { expect, test } from './site.ts';

// What is tested here is the same in every lesson; this one's stack boots fastest.
const SLUG = 'asyncio-task-set';
const FILE = 'gateway.py';
const START = sandboxFile(SLUG, FILE);
const ANNOUNCE = START.slice(START.indexOf('async def announce'));

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
    text: `${START}\n\nraise RuntimeError("the tariff table is empty")\n`,
    said: /the tariff table is empty|RuntimeError/,
    shown: 'the tariff table is empty',
  },
  {
    name: 'a package that is not there is named',
    text: `import numpy\n${START}`,
    said: /numpy/,
    shown: 'not available in this sandbox',
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
    await bench.open(SLUG);
    await bench.type(FILE, text);
    await bench.expectAfter('Check', said);
    await expect(bench.root.getByText(shown).first()).toBeVisible();
    await expect(bench.textbox).toHaveValue(text);
  });
}

test('an exception under load is shown with the line that raised it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
  const failing = ANNOUNCE.replace(/:\n/, ':\n    raise RuntimeError("the bell is stuck")\n');
  await bench.type(FILE, START.replace(ANNOUNCE, failing));
  await bench.expectAfter('Check', /the bell is stuck/);
  await expect(bench.root.getByRole('button', { name: /^gateway\.py:\d+$/ })).toBeVisible();
});

test('a function that the workload calls and that is gone is asked for by name', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
  await bench.type(FILE, START.replace(ANNOUNCE, ''));
  await bench.expectAfter('Check', /workload\.py needs `announce` in gateway\.py/);
});

test('a loop without end is stopped by Stop, at once, and the next run works', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
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
  await bench.open(SLUG);
  await bench.type(FILE, `${START}\n\nwhile True:\n    pass\n`);
  await bench.press('Run');
  await expect(bench.root.getByText('Importing the program').first()).toBeVisible();
  await page.clock.fastForward('10:00');
  await bench.expectSaid(/^Nothing came back for \d+ seconds/);
});

test('a memory bomb meets the limit, and the next run works', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
  await bench.type(FILE, `${START}\n\nHOARD = []\nwhile True:\n    HOARD.append(bytearray(10_000_000))\n`);
  await bench.expectAfter('Run', /limit of 256 MiB/);
  await bench.type(FILE, `${START}\n`);
  await bench.expectAfter('Run', /^Ran /);
});

test('ten million lines of output are cut, with a note of how much', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
  await bench.type('diagnose.py', 'for number in range(10_000_000):\n    print(number)\n');
  await bench.expectAfter('Diagnose', /^Your diagnosis ran\./);
  await expect(bench.output).toContainText('9999999');
  await expect(bench.output.getByText(/^Cut here: [\d,]{9,} lines, /)).toBeVisible();
});
