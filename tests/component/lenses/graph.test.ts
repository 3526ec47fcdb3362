import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Graph from '../../../src/lenses/graph/Graph.svelte';

/** As `objgraph.show_backrefs` writes it. */
const BACKREFS = `digraph ObjectGraph {
  node[shape=box, style=filled, fillcolor=white];
  o1[fontcolor=red];
  o1[label="Request\\n<app.Request>"];
  o2 -> o1 [label="[0]"];
  o2[label="list\\n800 items"];
  o3 -> o2 [label="HISTORY",weight=2];
  o3[label="dict\\n11 items"];
}`;

const label = 'What refers to the request';

test('a graph in DOT is a list of its nodes to walk along the edges of, and each says what it holds', async () => {
  const screen = await render(Graph, { dot: BACKREFS, label });
  const graph = screen.getByRole('listbox', { name: label });
  await expect.element(graph).toBeVisible();
  const nodes = graph.getByRole('option');
  expect(nodes.elements().map((node) => node.getAttribute('aria-label'))).toEqual([
    'Request <app.Request>; referred to by [0] list 800 items',
    'list 800 items; refers to [0] Request <app.Request>; referred to by HISTORY dict 11 items',
    'dict 11 items; refers to HISTORY list 800 items',
  ]);

  await screen.getByRole('button', { name: 'Fit' }).click();
  await userEvent.tab();
  await expect.element(nodes.nth(0)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(nodes.nth(1)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(nodes.nth(2)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(nodes.nth(2)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(nodes.nth(0)).toHaveFocus();
  await userEvent.tab();
  await expect.element(screen.getByText('The graph as a list')).toHaveFocus();
});

test('its twin nests what each object refers to, and tells nothing twice', async () => {
  const dot = 'digraph { a -> b [label=left]; a -> c [label=right]; b -> d; c -> d; d -> b }';
  const screen = await render(Graph, { dot, label });
  await screen.getByText('The graph as a list').click();
  const list = screen.getByRole('list').first();
  await expect.element(list).toBeVisible();
  const said = list.element().textContent.replace(/\s+/g, ' ').trim();
  expect(said).toBe('a left b d b (see above) right c d (see above)');
});

test('whatever it names is text: no markup, no link, no picture, no turned line', async () => {
  const dot = `digraph { a [label="<img src=x onerror=alert(1)>\u202eevil\u0001" URL="javascript:alert(1)" image="x.png"];
    b [label=<<b>bold</b>> href="https://example.org/"]; a -> b [label="<i>it</i>" URL="javascript:alert(2)"] }`;
  const screen = await render(Graph, { dot, label });
  await expect
    .element(screen.getByRole('option').first())
    .toHaveAccessibleName('<img src=x onerror=alert(1)>[U+202E]evil[U+0001]; refers to <i>it</i> bold');
  expect(screen.container.querySelectorAll('a, img, image, script, style, i, b')).toHaveLength(0);
});

test.each([
  ['is no DOT', 'digraph { a -> ', /^This is no graph that Graphviz can read: syntax error in line 1/],
  ['is empty', '', 'This is no graph that Graphviz can read: no graph in it.'],
  ['has no nodes', 'digraph {}', 'This graph has no nodes.'],
  ['is too long', ' '.repeat(200_001), /its DOT has 200,001 characters, and 200,000 is the most/],
  [
    'has too many nodes',
    `digraph { ${Array.from({ length: 601 }, (_, index) => `n${index}`).join(';')} }`,
    /it has 601 nodes and 0 edges, and 600 and 2,000 are the most/,
  ],
])('says so where what it was given %s', async (_, dot, says) => {
  const screen = await render(Graph, { dot, label });
  await expect.element(screen.getByRole('status')).toMatchTextContent(says);
});

test('a wide graph keeps to its window, and can be fitted into it', async () => {
  const dot = `digraph { root; ${Array.from({ length: 60 }, (_, index) => `root -> "app.Order ${index}"`).join(';')} }`;
  await page.viewport(390, 844);
  const screen = await render(Graph, { dot, label });
  const graph = screen.getByRole('listbox');
  await expect.element(graph).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  const before = graph.element().getBoundingClientRect().width;
  await screen.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => graph.element().getBoundingClientRect().width).toBeGreaterThan(before);
  await screen.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(() => graph.element().getBoundingClientRect().width).toBeLessThan(before);
  await page.viewport(1280, 900);
});
