import { describe, expect, it } from 'vitest';
import { benchFiles } from '../../../../src/workbench/session/files.ts';
import { Texts } from '../../../../src/workbench/session/texts.svelte.ts';
import { exercise } from '../../../component/states/exercise.ts';

function typed(): Texts {
  const texts = new Texts(benchFiles(exercise));
  texts.set('app.py', 'mine\n');
  texts.set('diagnose.py', 'print()\n');
  return texts;
}

describe('the learner’s files', () => {
  it('stand in the order of work: the program, the learner’s own, then what loads and checks', () => {
    expect(benchFiles(exercise).map((file) => [file.name, file.editable])).toEqual([
      ['app.py', true],
      ['settings.py', false],
      ['diagnose.py', true],
      ['workload.py', false],
      ['check.py', false],
    ]);
  });

  it('undo brings back what a reset took', () => {
    const texts = typed();
    expect(texts.reset(['app.py'])).toEqual(['app.py']);
    expect(texts.of('app.py')).toBe('HISTORY = []\n');
    expect(texts.of('diagnose.py')).toBe('print()\n');
    texts.undo();
    expect(texts.of('app.py')).toBe('mine\n');
  });

  it('undo loses nothing that was typed after the reset', () => {
    const texts = typed();
    texts.reset(['app.py', 'diagnose.py']);
    texts.set('app.py', 'newer\n');
    texts.undo();
    expect(texts.of('app.py')).toBe('mine\n');
    texts.undo();
    expect(texts.of('app.py')).toBe('newer\n');
  });

  it('a reset that changes nothing keeps the earlier undo', () => {
    const texts = typed();
    texts.reset(['app.py']);
    expect(texts.reset(['app.py'])).toEqual([]);
    texts.undo();
    expect(texts.of('app.py')).toBe('mine\n');
  });

  it('knows which files differ from the start', () => {
    const texts = typed();
    expect(texts.changed).toEqual(['app.py', 'diagnose.py']);
    texts.set('app.py', 'HISTORY = []\n');
    expect(texts.changed).toEqual(['diagnose.py']);
  });
});
