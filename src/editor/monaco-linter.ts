import { words } from '#words/editor';
import { editor as monaco, MarkerSeverity, type IDisposable, type IRange } from 'monaco-editor/editor';
import { isError, type Finding } from '../linter/finding.ts';
import type { Linter } from '../linter/linter.ts';
import { lineEdits, type LineEdit } from './line-edits.ts';

const OWNER = 'ruff';
/** So long after the last letter. */
const PAUSE_MILLISECONDS = 400;

export type Linting = {
  /** Marks what the linter finds in a model, now and whenever its text has rested. */
  watch(name: string, model: monaco.ITextModel): IDisposable;
  /** Resolves with a sentence where the text cannot be formatted. */
  format(instance: monaco.IStandaloneCodeEditor): Promise<string | null>;
  dispose(): void;
};

/** The linter is loaded when the browser is idle. Without it the editor goes on, and `onFindings` is told null. */
export function createLinting(
  onFindings: (name: string, findings: readonly Finding[] | null) => void,
): Linting {
  let linter: Promise<Linter> | null = null;
  const open = () => (linter ??= import('../linter/linter.ts').then(({ openLinter }) => openLinter()));

  async function check(name: string, model: monaco.ITextModel): Promise<void> {
    // The editor may be gone by the time that the browser is idle.
    if (model.isDisposed()) return;
    const [text, version] = [model.getValue(), model.getVersionId()];
    const findings = await open()
      .then((opened) => opened.check(text))
      .catch(() => null);
    if (model.isDisposed() || model.getVersionId() !== version) return;
    monaco.setModelMarkers(model, OWNER, (findings ?? []).map(markerOf));
    onFindings(name, findings);
  }

  async function format(instance: monaco.IStandaloneCodeEditor): Promise<string | null> {
    const model = instance.getModel();
    if (!model || instance.getOption(monaco.EditorOption.readOnly)) return null;
    const [before, version] = [model.getValue(), model.getVersionId()];
    try {
      const after = await (await open()).format(before);
      if (model.isDisposed() || model.getVersionId() !== version) return null;
      instance.pushUndoStop();
      instance.executeEdits(OWNER, lineEdits(before, after).map(editOf(model)));
      instance.pushUndoStop();
      const caret = instance.getPosition();
      if (caret) instance.revealPosition(caret);
      return null;
    } catch (error) {
      return words.notFormatted(error instanceof Error ? error.message : String(error));
    }
  }

  return {
    watch(name, model) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const rest = () => {
        clearTimeout(timer);
        timer = setTimeout(() => whenIdle(() => void check(name, model)), PAUSE_MILLISECONDS);
      };
      rest();
      const listener = model.onDidChangeContent(rest);
      return {
        dispose() {
          clearTimeout(timer);
          listener.dispose();
        },
      };
    },
    format,
    dispose: () => void linter?.then((opened) => opened.close()).catch(() => null),
  };
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else work();
}

function markerOf(finding: Finding): monaco.IMarkerData {
  const { rule, message, start, end } = finding;
  return {
    severity: isError(finding) ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message,
    source: 'Ruff',
    code: rule,
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  };
}

/** The last line has no line break behind it: an edit that reaches it ends where the text does. */
function editOf(model: monaco.ITextModel): (edit: LineEdit) => { range: IRange; text: string } {
  return ({ from, to, text }) => {
    const range = { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 };
    return { range: model.validateRange(range), text };
  };
}
