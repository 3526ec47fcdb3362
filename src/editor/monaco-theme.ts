import type { editor as monaco } from 'monaco-editor/editor';

const NAME = 'leaklab';

/** Shapes tell the kinds of names apart; colour is for growing and bounded alone. */
const SYMBOLS = ['function', 'class', 'module', 'keyword', 'property', 'variable'];
const BRACKETS = [1, 2, 3, 4, 5, 6];

/** Defines Monaco's theme from the page's own tokens, and again whenever light and dark change. */
export function followTheme(editor: typeof monaco): () => void {
  const apply = () => {
    editor.defineTheme(NAME, themeFrom(getComputedStyle(document.documentElement)));
    editor.setTheme(NAME);
  };
  apply();
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', apply);
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    scheme.removeEventListener('change', apply);
    observer.disconnect();
  };
}

function themeFrom(style: CSSStyleDeclaration): monaco.IStandaloneThemeData {
  const token = (name: string) => sixDigits(style.getPropertyValue(`--${name}`).trim());
  const paper = token('paper-raised');
  const ink = token('ink');
  const soft = token('ink-soft');
  const faint = token('ink-faint');
  return {
    base: isDark(paper) ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: ink.slice(1) },
      { token: 'keyword', foreground: ink.slice(1), fontStyle: 'bold' },
      { token: 'string', foreground: soft.slice(1) },
      { token: 'comment', foreground: faint.slice(1), fontStyle: 'italic' },
      { token: 'tag', foreground: soft.slice(1), fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': paper,
      'editor.foreground': ink,
      'editorCursor.foreground': ink,
      'editorLineNumber.foreground': faint,
      'editorLineNumber.activeForeground': ink,
      'editor.lineHighlightBackground': token('paper-sunk'),
      'editor.lineHighlightBorder': `${paper}00`,
      'editor.selectionBackground': token('selection'),
      'editor.inactiveSelectionBackground': token('paper-sunk'),
      'editor.findMatchBackground': token('selection'),
      'editor.findMatchHighlightBackground': `${token('selection')}88`,
      'editor.rangeHighlightBackground': token('paper-sunk'),
      'editor.hoverHighlightBackground': token('paper-sunk'),
      'editorBracketMatch.background': token('paper-sunk'),
      'editorBracketMatch.border': token('hairline-strong'),
      'editorWidget.background': paper,
      'editorWidget.foreground': ink,
      'editorWidget.border': token('hairline-strong'),
      'input.background': token('paper'),
      'input.foreground': ink,
      'input.border': token('hairline-strong'),
      focusBorder: ink,
      'icon.foreground': ink,
      'textLink.foreground': ink,
      'textLink.activeForeground': ink,
      'textCodeBlock.background': paper,
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.selectedIconForeground': ink,
      'editorSuggestWidget.selectedBackground': token('selection'),
      'editorSuggestWidget.highlightForeground': ink,
      'editorSuggestWidget.focusHighlightForeground': ink,
      'editorHoverWidget.highlightForeground': ink,
      'list.hoverBackground': token('paper-sunk'),
      'editorError.foreground': token('growing'),
      'editorWarning.foreground': token('growing-start'),
      'editorMarkerNavigation.background': paper,
      'editorMarkerNavigationError.background': token('growing'),
      'editorMarkerNavigationError.headerBackground': token('growing-wash'),
      'editorMarkerNavigationWarning.background': token('growing-start'),
      'editorMarkerNavigationWarning.headerBackground': token('growing-wash'),
      ...every(SYMBOLS, (name) => `symbolIcon.${name}Foreground`, soft),
      ...every(BRACKETS, (level) => `editorBracketHighlight.foreground${level}`, ink),
      'scrollbarSlider.background': `${token('hairline-strong')}55`,
      'scrollbarSlider.hoverBackground': `${token('hairline-strong')}88`,
      'scrollbarSlider.activeBackground': `${token('hairline-strong')}aa`,
    },
  };
}

function every<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  colour: string,
): Record<string, string> {
  return Object.fromEntries(items.map((item) => [name(item), colour]));
}

/** A minifier writes `#fff`; Monaco knows only six digits. */
function sixDigits(hex: string): string {
  return hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
}

function isDark(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[\da-f]{2}/gi) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return red + green + blue < 384;
}
