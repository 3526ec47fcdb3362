import { describe, expect, it } from 'vitest';
import { openProgress } from '../../../src/progress/store.ts';
import { benchFiles } from '../../../src/workbench/files.ts';
import { Keeping } from '../../../src/workbench/keeping.svelte.ts';
import { Texts } from '../../../src/workbench/texts.svelte.ts';
import { MemoryStorage } from '../progress/memory-storage.ts';
import { sandbox } from './scripted-client.ts';

function visit(storage: MemoryStorage, version = 1) {
  const texts = new Texts(benchFiles(sandbox));
  const keeping = new Keeping({
    lesson: { slug: 'sample', title: 'Sample', version },
    texts,
    mayHave: () => true,
    openProgress: async (onTrouble) =>
      openProgress({ slug: 'sample', lessonVersion: version, storage: () => storage, onTrouble }),
  });
  return { texts, keeping };
}

describe('keeping', () => {
  it('brings back on the next visit what was typed, reset and reached', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.keeping.restore();
    first.texts.set('app.py', 'mine\n');
    first.keeping.typed('app.py');
    first.texts.set('diagnose.py', 'print()\n');
    await first.keeping.replaced(first.texts.reset(['diagnose.py']));
    await first.keeping.reach('observe');

    const second = visit(storage);
    await second.keeping.restore();
    expect(second.texts.of('app.py')).toBe('mine\n');
    expect(second.keeping.reached).toEqual(['observe']);
    second.texts.undo();
    expect(second.texts.of('diagnose.py')).toBe('print()\n');
  });

  it('writes what waits when the page is left', async () => {
    const storage = new MemoryStorage();
    const { texts, keeping } = visit(storage);
    await keeping.restore();
    texts.set('app.py', 'last words\n');
    keeping.typed('app.py');
    keeping.flush();
    expect(storage.getItem('leaklab:1:sample')).toContain('last words');
  });

  it('does not write over what is typed while the store is still loading', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.keeping.restore();
    first.texts.set('app.py', 'old\n');
    await first.keeping.replaced(['app.py']);

    const second = visit(storage);
    const restoring = second.keeping.restore();
    second.texts.set('app.py', 'quick\n');
    await restoring;
    expect(second.texts.of('app.py')).toBe('quick\n');
  });

  it('keeps the learner’s files when the lesson has changed, and says so until they go on', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage, 1);
    await first.keeping.restore();
    first.texts.set('app.py', 'mine\n');
    await first.keeping.replaced(['app.py']);

    const second = visit(storage, 2);
    await second.keeping.restore();
    expect(second.texts.of('app.py')).toBe('mine\n');
    expect(second.keeping.starterChanged).toBe(true);
    await second.keeping.acceptVersion();

    const third = visit(storage, 2);
    await third.keeping.restore();
    expect(third.keeping.starterChanged).toBe(false);
  });

  it('says when storage is full, and stops saying so once it is not', async () => {
    const storage = new MemoryStorage();
    const { texts, keeping } = visit(storage);
    await keeping.restore();
    storage.room = 10;
    texts.set('app.py', 'mine\n');
    await keeping.replaced(['app.py']);
    expect(keeping.writeTrouble).toBe('full');
    storage.room = Infinity;
    await keeping.reach('observe');
    expect(keeping.writeTrouble).toBeNull();
    expect(storage.getItem('leaklab:1:sample')).toContain('mine');
  });

  it('brings back the container and the load that were set, until they are taken back', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.keeping.produced({ mebibytes: 256, perSecond: 40 });

    const second = visit(storage);
    expect((await second.keeping.restore())?.production).toEqual({ mebibytes: 256, perSecond: 40 });
    await second.keeping.produced(null);

    const third = visit(storage);
    expect((await third.keeping.restore())?.production).toBeUndefined();
  });
});
