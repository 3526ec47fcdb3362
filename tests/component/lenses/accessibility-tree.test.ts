import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Allocations from '../../../src/lenses/allocations/Allocations.svelte';
import DiffView from '../../../src/lenses/diff/DiffView.svelte';
import Graph from '../../../src/lenses/graph/Graph.svelte';
import GrowthCurve from '../../../src/lenses/growth/GrowthCurve.svelte';
import Retainers from '../../../src/lenses/retainers/Retainers.svelte';
import Survivors from '../../../src/lenses/survivors/Survivors.svelte';
import VerdictCard from '../../../src/workbench/results/VerdictCard.svelte';
import { librarySite, ownSite, retainers, survivors } from '../states/explanations.ts';
import { growing } from '../states/outcomes.ts';
import { settled } from '../states/runs.ts';

// What a screen reader meets in the verdict and in each lens, from one report.

const onGo = () => {};

test('the verdict: its sentence is a heading, and the container it reckons with can be changed', async () => {
  const verdict = { run: settled(growing), unit: 'request', activity: null };
  const screen = await render(VerdictCard, { ...verdict, deployment: null, onDeployment: () => {} });
  const heading = screen.getByRole('heading', {
    level: 3,
    name: /Growing: 412 B and 3\.0 objects per request\.$/,
  });
  await expect.element(heading).toBeVisible();
  const container = screen.getByRole('group', { name: 'When a container is full' });
  await expect.element(container).toMatchAriaInlineSnapshot(`
    - group "When a container is full":
      - paragraph:
        - text: At
        - textbox "requests a second": "20"
        - text: requests a second a
        - textbox "Container limit in MiB": "512"
        - text: MiB container is full in
        - strong: 18 h 4 min
        - text: .
      - paragraph
  `);
});

test('growth: a picture with its name, a reading to move, and a table', async () => {
  const screen = await render(GrowthCurve, {
    subject: 'your files',
    reads: [0, 400, 800].map((units) => ({ units, bytes: units * 412 })),
    tone: 'growing',
    words: { verdict: 'growing, 412 B per request', detail: 'could have seen 0.05 B per request' },
    unit: 'request',
    budgetBytes: 100_000,
  });
  await screen.getByText('The curve in numbers').click();
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - figure "Memory in use above the start, after a full collection each time":
      - text: Memory in use above the start, after a full collection each time
      - img "Memory of your files over 800 requests: it rises from 0 B to 330 kB; growing, 412 B per request, could have seen 0.05 B per request. The budget is 100 kB."
      - slider "Read the curve"
      - group:
        - text: The curve in numbers
        - table:
          - rowgroup:
            - row "requests above the start":
              - columnheader "requests"
              - columnheader "above the start"
          - rowgroup:
            - row "0 0 B":
              - cell "0"
              - cell "0 B"
            - row "400 165 kB":
              - cell "400"
              - cell "165 kB"
            - row "800 330 kB":
              - cell "800"
              - cell "330 kB"
  `);
});

test('survivors: a picture with its name, and a table of types', async () => {
  const screen = await render(Survivors, { survivors, units: 12_800, unit: 'request' });
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - figure "Alive at the end, by the request that they were born in":
      - text: Alive at the end, by the request that they were born in
      - img "Survivors by type and by the request that they were born in; the table below has the numbers"
    - table:
      - rowgroup:
        - row "type alive per request ages, oldest first":
          - columnheader "type"
          - columnheader "alive"
          - columnheader "per request"
          - columnheader "ages, oldest first"
      - rowgroup:
        - row "app.Request 12,800 1 Born in each slice: 3,200, 3,200, 3,200, 3,200 all ages: it gathers":
          - rowheader "app.Request":
            - code: app.Request
          - cell "12,800"
          - cell "1"
          - cell "Born in each slice: 3,200, 3,200, 3,200, 3,200 all ages: it gathers":
            - img "Born in each slice: 3,200, 3,200, 3,200, 3,200"
            - text: "all ages: it gathers"
        - row "dict 3,200 0.25 Born in each slice: 0, 0, 0, 3,200 only the youngest: still in flight":
          - rowheader "dict":
            - code: dict
          - cell "3,200"
          - cell "0.25"
          - cell "Born in each slice: 0, 0, 0, 3,200 only the youngest: still in flight":
            - img "Born in each slice: 0, 0, 0, 3,200"
            - text: "only the youngest: still in flight"
  `);
});

test('retainers: each path is a list of steps from its root', async () => {
  const paths = retainers.map((path, index) => ({ ...path, stored: index === 0 ? [ownSite.frame] : [] }));
  const screen = await render(Retainers, { paths, onGo });
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - paragraph:
      - text: 12,800
      - code: app.Request
      - text: reached from
      - code: app.HISTORY
      - text: ", 5.3 MB held"
    - list:
      - listitem:
        - code: app.HISTORY
      - listitem:
        - code: "[4213]"
      - listitem:
        - code: .payload
    - paragraph:
      - text: stored at
      - button "app.py:3"
      - code: HISTORY.append(request)
    - paragraph:
      - text: One
      - code: app.Request
      - text: reached from
      - code: app.LAST
      - text: ", 412 B held"
    - list:
      - listitem:
        - code: app.LAST
      - listitem:
        - code: app.Request
    - group: Draw them
  `);
});

test('a graph: a list of nodes to walk, and the same as nested lists', async () => {
  const dot = 'digraph { "dict 11 items" -> "list 800 items" [label=HISTORY]; "list 800 items" -> Request }';
  const screen = await render(Graph, { dot, label: 'What refers to the request' });
  await expect.element(screen.getByRole('listbox')).toBeVisible();
  await screen.getByText('The graph as a list').click();
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - text: 3 objects
    - button "Zoom out"
    - button "Zoom in"
    - button "Fit"
    - listbox "What refers to the request":
      - option "dict 11 items; refers to HISTORY list 800 items" [selected]: dict 11 items
      - option "list 800 items; refers to Request; referred to by HISTORY dict 11 items": list 800 items
      - option "Request; referred to by list 800 items": Request
    - paragraph: Arrow keys go from object to object.
    - group:
      - text: The graph as a list
      - list:
        - listitem:
          - text: dict 11 items
          - list:
            - listitem:
              - text: HISTORY list 800 items
              - list:
                - listitem: Request
  `);
});

test('allocations: lines with their figures, or a tree of calls', async () => {
  const handle = { file: 'app.py', line: 9, function: 'handle', source: 'parse(request)' };
  const sites = [ownSite, librarySite].map((site) => ({ ...site, traceback: [handle, site.frame] }));
  const screen = await render(Allocations, { sites, unit: 'request', onGo });
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - group "Show":
      - text: Show
      - radio "Lines" [checked]
      - text: Lines
      - radio "Calls"
      - text: Calls
    - group "of":
      - text: of
      - radio "All" [checked]
      - text: All
      - radio "Your code"
      - text: Your code
      - radio "Libraries"
      - text: Libraries
    - text: in
    - combobox "in":
      - option "every file" [selected]
      - option "app.py"
      - option "json/decoder.py"
    - status: 2 lines
    - list:
      - listitem:
        - paragraph:
          - button "app.py:3"
          - text: 412 B and 3 blocks per request
        - code: HISTORY.append(request)
        - group: The 2 calls that led there
      - listitem:
        - paragraph: json/decoder.py:353 96 B and 1 block per request
        - code: obj, end = scan(s, idx)
        - group: The 2 calls that led there
  `);
  await screen.getByRole('radio', { name: 'Calls' }).click();
  await expect.element(screen.getByRole('tree')).toMatchAriaInlineSnapshot(`
    - tree "Bytes by the calls that led to them":
      - treeitem "all, 407 kB, 100%" [level=1] [selected]
      - treeitem "app.py:9 handle, 407 kB, 100%" [level=2]
      - treeitem "app.py:3 handle, 330 kB, 81%" [level=3]
      - treeitem "json/decoder.py:353 raw_decode, 77 kB, 19%" [level=3]
  `);
});

test('a difference: a table that says whose each side is, with a sign in what changed', async () => {
  const screen = await render(DiffView, {
    file: 'app.py',
    left: 'import gc\n\nHISTORY = []\n',
    right: 'import gc\n\nHISTORY = deque(maxlen=20)\n',
    leftName: 'run 1',
    rightName: 'your files as they are',
  });
  await expect.element(screen.locator).toMatchAriaInlineSnapshot(`
    - table "app.py run 1 against your files as they are":
      - caption:
        - code: app.py
        - text: run 1 against your files as they are
      - rowgroup:
        - row "− run 1 + your files as they are":
          - columnheader "− run 1"
          - columnheader "+ your files as they are"
      - rowgroup:
        - row "1 import gc 1 import gc":
          - cell "1"
          - cell "import gc"
          - cell "1"
          - cell "import gc"
        - row "2 2":
          - cell "2"
          - cell
          - cell "2"
          - cell
        - row "3 − HISTORY = [] 3 + HISTORY = deque(maxlen=20)":
          - cell "3"
          - cell "− HISTORY = []"
          - cell "3"
          - cell "+ HISTORY = deque(maxlen=20)"
  `);
});
