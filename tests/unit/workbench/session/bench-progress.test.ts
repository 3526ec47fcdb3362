import { describe, expect, it } from 'vitest';
import { openProgress } from '../../../../src/progress/store.ts';
import { benchFiles } from '../../../../src/workbench/session/files.ts';
import {
  BenchProgress,
  type BenchProgressOptions,
} from '../../../../src/workbench/session/bench-progress.svelte.ts';
import { Texts } from '../../../../src/workbench/session/texts.svelte.ts';
import { MemoryStorage } from '../../progress/memory-storage.ts';
import { exercise } from '../../../component/states/exercise.ts';

function visit(
  storage: MemoryStorage,
  version = 1,
  onFollow: BenchProgressOptions['onFollow'] = () => undefined,
  mayHave = true,
) {
  const texts = new Texts(benchFiles(exercise));
  const progress = new BenchProgress({
    slot: { slug: 'sample', version },
    texts,
    mayHave: () => mayHave,
    onFollow,
    openProgress: async (onTrouble) =>
      openProgress({ slug: 'sample', lessonVersion: version, storage: () => storage, onTrouble }),
  });
  return { texts, progress };
}

describe('progress', () => {
  it('brings back on the next visit what was typed, reset and reached', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.progress.restore();
    first.texts.set('app.py', 'mine\n');
    first.progress.typed('app.py');
    first.texts.set('diagnose.py', 'print()\n');
    await first.progress.replaced(first.texts.reset(['diagnose.py']));
    await first.progress.reach('observe');

    const second = visit(storage);
    await second.progress.restore();
    expect(second.texts.of('app.py')).toBe('mine\n');
    expect(second.progress.reached).toEqual(['observe']);
    second.texts.undo();
    expect(second.texts.of('diagnose.py')).toBe('print()\n');
  });

  it('writes what waits when the page is left', async () => {
    const storage = new MemoryStorage();
    const { texts, progress } = visit(storage);
    await progress.restore();
    texts.set('app.py', 'last words\n');
    progress.typed('app.py');
    progress.flush();
    expect(storage.getItem('leaklab:1:sample')).toContain('last words');
  });

  it('has its store ready on a first visit, so that what is typed and left at once is kept', async () => {
    const storage = new MemoryStorage();
    const { texts, progress } = visit(storage, 1, undefined, false);
    expect(await progress.restore()).toBeNull();
    texts.set('app.py', 'first words\n');
    progress.typed('app.py');
    progress.flush();
    expect(storage.getItem('leaklab:1:sample')).toContain('first words');
  });

  it('does not write over what is typed while the store is still loading', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.progress.restore();
    first.texts.set('app.py', 'old\n');
    await first.progress.replaced(['app.py']);

    const second = visit(storage);
    const restoring = second.progress.restore();
    second.texts.set('app.py', 'quick\n');
    await restoring;
    expect(second.texts.of('app.py')).toBe('quick\n');
  });

  it('keeps the learner’s files when the lesson has changed, and says so until they go on', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage, 1);
    await first.progress.restore();
    first.texts.set('app.py', 'mine\n');
    await first.progress.replaced(['app.py']);

    const second = visit(storage, 2);
    await second.progress.restore();
    expect(second.texts.of('app.py')).toBe('mine\n');
    expect(second.progress.starterChanged).toBe(true);
    await second.progress.acceptVersion();

    const third = visit(storage, 2);
    await third.progress.restore();
    expect(third.progress.starterChanged).toBe(false);
  });

  it('says when storage is full, and stops saying so once it is not', async () => {
    const storage = new MemoryStorage();
    const { texts, progress } = visit(storage);
    await progress.restore();
    storage.room = 10;
    texts.set('app.py', 'mine\n');
    await progress.replaced(['app.py']);
    expect(progress.writeTrouble).toBe('full');
    storage.room = Infinity;
    await progress.reach('observe');
    expect(progress.writeTrouble).toBeNull();
    expect(storage.getItem('leaklab:1:sample')).toContain('mine');
  });

  it('brings back the container and the load that were set, until they are taken back', async () => {
    const storage = new MemoryStorage();
    const first = visit(storage);
    await first.progress.deployed({ mebibytes: 256, perSecond: 40 });

    const second = visit(storage);
    expect((await second.progress.restore())?.deployment).toEqual({ mebibytes: 256, perSecond: 40 });
    await second.progress.deployed(null);

    const third = visit(storage);
    expect((await third.progress.restore())?.deployment).toBeUndefined();
  });

  it('shows what another tab wrote, and sets aside what it replaces of it', async () => {
    const storage = new MemoryStorage();
    const [one, two] = [visit(storage), visit(storage)];
    const type = ({ texts, progress }: typeof one, text: string) => {
      texts.set('app.py', text);
      progress.typed('app.py');
    };
    await one.progress.restore();
    type(one, 'one\n');
    one.progress.flush();
    await two.progress.follow();
    expect(two.texts.of('app.py')).toBe('one\n');

    type(one, 'one, later\n');
    type(two, 'two\n');
    one.progress.flush();
    await two.progress.follow();
    expect(two.texts.of('app.py')).toBe('two\n');
    two.progress.flush();
    expect(two.texts.setAside).toEqual({ 'app.py': 'one, later\n' });
    two.texts.undo();
    expect(two.texts.of('app.py')).toBe('one, later\n');
  });

  it('hears of another program of the learner’s own in another tab once, with what was typed here since', async () => {
    const storage = new MemoryStorage();
    const heard: unknown[] = [];
    const one = visit(storage);
    const two = visit(storage, 1, ({ own }, typed) => heard.push([own, typed]));
    await two.progress.restore();
    await one.progress.own({ program: 'first' });
    two.texts.set('app.py', 'typed\n');
    await two.progress.follow();
    await one.progress.reach('observe');
    await two.progress.follow();
    expect(heard).toEqual([[{ program: 'first' }, { 'app.py': 'typed\n' }]]);
  });
});
