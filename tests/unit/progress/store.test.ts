import { describe, expect, it } from 'vitest';
import { openProgress, type ProgressOptions, type Trouble } from '../../../src/progress/store.ts';
import { MemoryStorage } from './memory-storage.ts';

const KEY = 'leaklab:1:sample';

function open(storage: MemoryStorage, more: Partial<ProgressOptions> = {}) {
  const troubles: (Trouble | null)[] = [];
  const progress = openProgress({
    slug: 'sample',
    lessonVersion: 1,
    storage: () => storage,
    onTrouble: (trouble) => troubles.push(trouble),
    ...more,
  });
  return { progress, troubles };
}

describe('the progress store', () => {
  it('gives back what was kept', () => {
    const storage = new MemoryStorage();
    const { progress } = open(storage);
    progress.keepFile('app.py', 'mine');
    progress.reach('observe');
    progress.open('predict-1', true);
    expect(open(storage).progress.kept()).toEqual({
      lessonVersion: 1,
      files: { 'app.py': 'mine' },
      setAside: {},
      reached: ['observe'],
      opened: ['predict-1'],
    });
  });

  it('forgets a file that is as at the start, and a hint that is closed', () => {
    const { progress } = open(new MemoryStorage());
    progress.keepFile('app.py', 'mine');
    progress.keepFile('app.py', null);
    progress.open('hint-1', true);
    progress.open('hint-1', false);
    expect(progress.kept().files).toEqual({});
    expect(progress.kept().opened).toEqual([]);
  });

  it('two tabs keep each other’s files, and the last one to write a file wins it', () => {
    const storage = new MemoryStorage();
    const [one, two] = [open(storage).progress, open(storage).progress];
    one.keepFile('app.py', 'first tab');
    two.keepFile('history.py', 'second tab');
    one.keepFile('history.py', 'first tab, later');
    expect(open(storage).progress.kept().files).toEqual({
      'app.py': 'first tab',
      'history.py': 'first tab, later',
    });
  });

  it('tells whoever writes a file which text of another tab that replaces', () => {
    const storage = new MemoryStorage();
    const [one, two] = [open(storage).progress, open(storage).progress];
    expect(one.keepFile('app.py', 'first tab')).toBeNull();
    expect(two.keepFile('app.py', 'second tab')).toBe('first tab');
    expect(two.keepFile('app.py', 'second tab, later')).toBeNull();
    expect(one.refresh().files).toEqual({ 'app.py': 'second tab, later' });
    expect(one.keepFile('app.py', 'first tab, later')).toBeNull();
  });

  it('goes on in memory when storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const { progress, troubles } = open(new MemoryStorage(), { storage: forbidden });
    expect(progress.trouble).toBe('forbidden');
    progress.keepFile('app.py', 'mine');
    expect(progress.kept().files).toEqual({ 'app.py': 'mine' });
    expect(troubles.at(-1)).toBe('forbidden');
  });

  it('goes on in memory when storage is full, and leaves what was kept before', () => {
    const storage = new MemoryStorage();
    const { progress, troubles } = open(storage);
    progress.keepFile('app.py', 'short');
    storage.room = 60;
    progress.keepFile('app.py', 'long '.repeat(100));
    expect(troubles.at(-1)).toBe('full');
    expect(progress.kept().files['app.py']).toContain('long');
    expect(storage.getItem(KEY)).toContain('short');
  });

  it.each(['{ not json', '[]', '{"files": 3}'])('puts aside what it cannot read: %s', (raw) => {
    const storage = new MemoryStorage();
    storage.setItem(KEY, raw);
    const { progress } = open(storage);
    expect(progress.trouble).toBe('malformed');
    progress.keepFile('app.py', 'mine');
    expect(storage.getItem('leaklab:1:sample:aside:1')).toBe(raw);
    expect(open(storage).progress.kept().files).toEqual({ 'app.py': 'mine' });
  });

  it('never writes over what it cannot read, not even when there is no room for a copy', () => {
    const storage = new MemoryStorage();
    storage.setItem(KEY, '{ not json, but dear');
    storage.room = 5;
    const { progress, troubles } = open(storage);
    progress.reach('observe');
    expect(storage.getItem(KEY)).toBe('{ not json, but dear');
    expect(troubles.at(-1)).toBe('full');
    expect(progress.kept().reached).toEqual(['observe']);
  });

  it('leaves an older version that it cannot bring over as it is, and says so', () => {
    const storage = new MemoryStorage();
    storage.setItem('leaklab:0:sample', '{"text": "old"}');
    const { progress } = open(storage, { migrations: {} });
    expect(progress.trouble).toBe('older');
    progress.keepFile('app.py', 'new');
    expect(storage.getItem('leaklab:0:sample')).toBe('{"text": "old"}');
  });

  it('brings an older version over where it knows how, and keeps the old one', () => {
    const storage = new MemoryStorage();
    storage.setItem('leaklab:0:sample', '{"text": "old"}');
    const migrations = {
      0: (older: unknown) => ({
        lessonVersion: 1,
        files: { 'app.py': (older as { text: string }).text },
        setAside: {},
        reached: [],
        opened: [],
      }),
    };
    const { progress } = open(storage, { migrations });
    expect(progress.trouble).toBeNull();
    expect(progress.kept().files).toEqual({ 'app.py': 'old' });
    expect(storage.keys()).toContain('leaklab:0:sample');
  });
});
