import { mount, unmount } from 'svelte';
import type { Editor, EditorOptions } from './editor.ts';
import { PlainState } from './plain-state.svelte.ts';
import PlainEditor from './PlainEditor.svelte';

/** A textarea with line numbers: for touch, for screen readers by choice, and where Monaco does not load. */
export function openPlain(options: EditorOptions): Editor {
  const state = new PlainState();
  const component = mount(PlainEditor, {
    target: options.host,
    props: { shown: state, onEdit: options.onEdit },
  });
  return {
    kind: 'plain',
    open: (file) => state.open(file),
    replace: (name, text) => state.replace(name, text),
    mark: (marks) => (state.marks = marks),
    annotate: (notes) => (state.notes = notes),
    format: null,
    reveal: (line) => (state.revealed = { line, column: 1, top: null }),
    place: (place, top) => (state.revealed = { ...place, top }),
    wrap: (wrapped) => (state.wrapped = wrapped),
    focus: () => options.host.querySelector('textarea')?.focus(),
    dispose: () => void unmount(component),
  };
}
