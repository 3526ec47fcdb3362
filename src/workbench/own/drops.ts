import { holdsFiles } from '../../files/files.ts';
import type { Own } from '../session/own.svelte.ts';

/** Has files that are dropped on the bench opened. */
export function takeDrops(own: Own): (bench: Element) => () => void {
  return (bench) => {
    const over = (event: Event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      own.dropping = true;
    };
    const left = (event: Event) => {
      const to = event instanceof DragEvent ? event.relatedTarget : null;
      if (!(to instanceof Node && bench.contains(to))) own.dropping = false;
    };
    const dropped = (event: Event) => {
      own.dropping = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      // Now: once the event is over, the browser has forgotten what was dropped.
      const entries = [...(event.dataTransfer?.items ?? [])].flatMap(
        (item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [],
      );
      void import('./bring.ts').then(({ bringDrop }) => bringDrop(own, entries));
    };
    bench.addEventListener('dragover', over);
    bench.addEventListener('dragleave', left);
    bench.addEventListener('drop', dropped);
    return () => {
      bench.removeEventListener('dragover', over);
      bench.removeEventListener('dragleave', left);
      bench.removeEventListener('drop', dropped);
    };
  };
}
