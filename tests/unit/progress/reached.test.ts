import { afterEach, describe, expect, it, vi } from 'vitest';
import { mayHaveProgress, readReached } from '../../../src/progress/reached.ts';
import { openProgress } from '../../../src/progress/store.ts';
import { MemoryStorage } from './memory-storage.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('reading what was reached', () => {
  it('reads what the store wrote, in the order of the stages', () => {
    const storage = new MemoryStorage();
    vi.stubGlobal('localStorage', storage);
    const progress = openProgress({ slug: 'sample', lessonVersion: 1 });
    progress.reach('prove');
    progress.reach('observe');
    expect(readReached('sample')).toEqual(['observe', 'prove']);
  });

  it.each([null, '{ not json', '{"reached": "all"}', '{"reached": ["unknown"]}'])(
    'is empty for %s',
    (raw) => {
      const storage = new MemoryStorage();
      if (raw !== null) storage.setItem('leaklab:1:sample', raw);
      vi.stubGlobal('localStorage', storage);
      expect(readReached('sample')).toEqual([]);
    },
  );

  it('is empty where storage is forbidden, and the store is asked to say so', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(readReached('sample')).toEqual([]);
    expect(mayHaveProgress('sample')).toBe(true);
  });
});
