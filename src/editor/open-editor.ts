import type { Editor, EditorKind, EditorOptions } from './editor.ts';

/** Monaco does not support touch, so a finger gets the plain editor unless the learner chooses otherwise. */
export function preferredKind(): EditorKind {
  return matchMedia('(pointer: coarse)').matches ? 'plain' : 'monaco';
}

/** The wanted editor, or the plain one where Monaco does not load. */
export async function openEditor(kind: EditorKind, options: EditorOptions): Promise<Editor> {
  if (kind === 'monaco') {
    try {
      const { openMonaco } = await import('./monaco.ts');
      return openMonaco(options);
    } catch {
      options.host.replaceChildren();
    }
  }
  const { openPlain } = await import('./plain.ts');
  return openPlain(options);
}
