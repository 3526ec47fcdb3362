/** A drawn graph of objects, and its twin, a list. */
export const words = {
  placing: 'Placing the graph …',
  undrawn: {
    tooLong: (characters: string, most: string) =>
      `This graph is not drawn: its DOT has ${characters} characters, and ${most} is the most. Ask for fewer levels or objects.`,
    tooSlow: (seconds: number) =>
      `This graph is not drawn: to place it takes more than ${seconds} seconds. Ask for fewer levels or objects.`,
    failed: 'This graph is not drawn: Graphviz could not start, or failed on it.',
    /** `reason` is Graphviz’s own, in English. */
    unreadable: (reason: string) => `This is no graph that Graphviz can read: ${reason}.`,
    noGraph: 'no graph in it',
    empty: 'This graph has no nodes.',
    tooLarge: (nodes: string, edges: string, mostNodes: string, mostEdges: string) =>
      `This graph is not drawn: it has ${nodes} nodes and ${edges} edges, and ${mostNodes} and ${mostEdges} are the most. Ask for fewer levels or objects.`,
  },
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  fit: 'Fit',
  unnamed: 'unnamed',
  refersTo: (names: string) => `refers to ${names}`,
  referredToBy: (names: string) => `referred to by ${names}`,
  keys: 'Arrow keys go from object to object.',
  list: 'The graph as a list',
  seeAbove: '(see above)',
};
