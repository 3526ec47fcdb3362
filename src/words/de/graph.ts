import type { words as english } from '../en/graph.ts';

export const words: typeof english = {
  placing: 'Der Graph wird angeordnet …',
  undrawn: {
    tooLong: (characters, most) =>
      `Dieser Graph wird nicht gezeichnet: Sein DOT hat ${characters} Zeichen, höchstens ${most} sind möglich. Frag nach weniger Ebenen oder Objekten.`,
    tooSlow: (seconds) =>
      `Dieser Graph wird nicht gezeichnet: Ihn anzuordnen dauert länger als ${seconds} Sekunden. Frag nach weniger Ebenen oder Objekten.`,
    failed: 'Dieser Graph wird nicht gezeichnet: Graphviz konnte nicht starten oder ist an ihm gescheitert.',
    unreadable: (reason) => `Das ist kein Graph, den Graphviz lesen kann: ${reason}.`,
    noGraph: 'kein Graph darin',
    empty: 'Dieser Graph hat keine Knoten.',
    tooLarge: (nodes, edges, mostNodes, mostEdges) =>
      `Dieser Graph wird nicht gezeichnet: Er hat ${nodes} Knoten und ${edges} Kanten, höchstens ${mostNodes} und ${mostEdges} sind möglich. Frag nach weniger Ebenen oder Objekten.`,
  },
  zoomOut: 'Verkleinern',
  zoomIn: 'Vergrößern',
  fit: 'Einpassen',
  unnamed: 'ohne Namen',
  refersTo: (names) => `verweist auf ${names}`,
  referredToBy: (names) => `referenziert von ${names}`,
  keys: 'Pfeiltasten gehen von Objekt zu Objekt.',
  list: 'Der Graph als Liste',
  seeAbove: '(siehe oben)',
};
