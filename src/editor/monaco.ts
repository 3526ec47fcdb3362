import '#words/monaco';
import './monaco-features.ts';
import { words } from '#words/editor';
import { editor as monaco, KeyCode, KeyMod, languages, type IDisposable } from 'monaco-editor/editor';
import { conf, language } from 'monaco-editor/languages/definitions/python/python';
import type { Editor, EditorOptions, Mark } from './editor.ts';
import { offerLanguage } from './monaco-language.ts';
import { createLinting } from './monaco-linter.ts';
import { noteDecorations } from './monaco-notes.ts';
import { followTheme } from './monaco-theme.ts';
import { KEYWORDS } from './python-tokens.ts';
import './monaco.css';

type View = { model: monaco.ITextModel; editable: boolean; state: monaco.ICodeEditorViewState | null };

export function openMonaco(options: EditorOptions): Editor {
  learnPython();
  const unfollow = followTheme(monaco);
  const popups = popupHost(options.host);
  const instance = monaco.create(options.host, { ...settings, overflowWidgetsDomNode: popups, model: null });
  const views = new Map<string, View>();
  const decorations = instance.createDecorationsCollection();
  const notes = instance.createDecorationsCollection();
  const linting = createLinting(options.onFindings);
  const format = () => void linting.format(instance).then(options.onFormatted);
  let shown = '';
  let replacing = false;

  const listeners: IDisposable[] = leaveByTab(instance, popups, options.onTabMode);
  listeners.push(
    instance.addAction({
      id: 'leaklab.format',
      label: words.format,
      keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
      run: format,
    }),
  );
  if (options.language)
    listeners.push(
      ...offerLanguage(options.language, (model) => [...views].find(([, view]) => view.model === model)?.[0]),
    );

  function add(name: string, text: string, editable: boolean): View {
    const model = monaco.createModel(text, 'python');
    model.updateOptions({
      tabSize: 4,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    listeners.push(model.onDidChangeContent(() => replacing || options.onEdit(name, model.getValue())));
    if (editable) listeners.push(linting.watch(name, model));
    const view: View = { model, editable, state: null };
    views.set(name, view);
    return view;
  }

  return {
    kind: 'monaco',
    open(file) {
      const before = views.get(shown);
      if (before) before.state = instance.saveViewState();
      const view = views.get(file.name) ?? add(file.name, file.text, file.editable);
      shown = file.name;
      instance.setModel(view.model);
      instance.updateOptions({
        readOnly: !view.editable,
        ariaLabel: view.editable ? words.label(file.name) : words.readOnlyLabel(file.name),
      });
      if (view.state) instance.restoreViewState(view.state);
    },
    replace(name, text) {
      const model = views.get(name)?.model;
      if (!model || model.getValue() === text) return;
      replacing = true;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
      replacing = false;
    },
    mark: (marks) => decorations.set(marks.map(decorationOf)),
    annotate(present) {
      const model = instance.getModel();
      notes.set(model ? noteDecorations(model, present) : []);
    },
    format,
    reveal(line) {
      instance.setPosition({ lineNumber: line, column: 1 });
      instance.revealLineInCenterIfOutsideViewport(line);
    },
    place({ line, column }, top) {
      instance.setPosition({ lineNumber: line, column });
      instance.setScrollTop(top);
    },
    wrap: (wrapped) => instance.updateOptions({ wordWrap: wrapped ? 'on' : 'off' }),
    focus: () => instance.focus(),
    dispose() {
      unfollow();
      for (const listener of listeners) listener.dispose();
      linting.dispose();
      instance.dispose();
      popups.remove();
      for (const { model } of views.values()) model.dispose();
    },
  };
}

/** Monaco's own grammar takes every built-in for a keyword; ours and the listing's are Python's. */
function learnPython(): void {
  if (languages.getLanguages().some((known) => known.id === 'python')) return;
  languages.register({ id: 'python', extensions: ['.py'] });
  languages.setLanguageConfiguration('python', conf);
  languages.setMonarchTokensProvider('python', { ...language, keywords: KEYWORDS });
}

/** Calm, and nothing that would want a worker. */
const settings: monaco.IStandaloneEditorConstructionOptions = {
  language: 'python',
  theme: 'leaklab',
  automaticLayout: true,
  fontFamily: 'var(--font-code)',
  fontSize: 15,
  lineHeight: 23,
  fontLigatures: false,
  minimap: { enabled: false },
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 12,
  folding: false,
  glyphMargin: false,
  padding: { top: 8, bottom: 32 },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  guides: { indentation: false },
  bracketPairColorization: { enabled: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  wordBasedSuggestions: 'off',
  quickSuggestions: false,
  acceptSuggestionOnCommitCharacter: false,
  // Details in the row would be no part of its name.
  suggest: { showWords: false, showSnippets: false, showInlineDetails: false },
  fixedOverflowWidgets: true,
  defaultColorDecorators: 'never',
  links: false,
  contextmenu: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  stickyScroll: { enabled: false },
  wrappingIndent: 'deepIndent',
  cursorBlinking: 'solid',
  accessibilitySupport: 'auto',
};

/** Popups may reach beyond the pane, which is low, and stay within the page's main part. */
function popupHost(host: HTMLElement): HTMLElement {
  const popups = document.createElement('div');
  popups.className = 'monaco-editor leaklab-popups';
  (host.closest('main') ?? document.body).append(popups);
  return popups;
}

function decorationOf(mark: Mark): monaco.IModelDeltaDecoration {
  return {
    range: { startLineNumber: mark.line, startColumn: 1, endLineNumber: mark.line, endColumn: 1 },
    options: { isWholeLine: true, className: 'leaklab-marked', marginClassName: 'leaklab-marked-margin' },
  };
}

/**
 * Tab indents. Escape makes the next Tab leave the editor, unless it closes a popup, until another key or coming back
 * makes it indent again; Ctrl+M makes Tab always leave, or indent again.
 */
function leaveByTab(
  instance: monaco.IStandaloneCodeEditor,
  popups: HTMLElement,
  tell: (leaves: boolean) => void,
): IDisposable[] {
  let always = false;
  const leave = (tabFocusMode: boolean) => {
    instance.updateOptions({ tabFocusMode });
    tell(tabFocusMode);
  };
  return [
    instance.onKeyDown(({ browserEvent: event }) => {
      if (event.ctrlKey && event.key.toLowerCase() === 'm') {
        event.preventDefault();
        always = !always;
        leave(always);
      } else if (event.key === 'Escape') leave(always || !popups.querySelector('.visible'));
      else if (!['Tab', 'Shift', 'Control'].includes(event.key)) leave(always);
    }),
    instance.onDidFocusEditorText(() => leave(always)),
  ];
}
