import { describe, expect, it } from 'vitest';
import { findApi, openLms, type Opened } from '../../../src/scorm/lms.ts';
import { standingOf } from '../../../src/scorm/standing.ts';
import { lessonOf } from './lessons.ts';

type Fake = {
  values: Record<string, string>;
  calls: string[];
  api: Record<string, (...args: string[]) => string>;
};

function fake12(values: Record<string, string> = {}, refuses: readonly string[] = []): Fake {
  const calls: string[] = [];
  const said = (name: string) => {
    calls.push(name);
    return String(!refuses.includes(name));
  };
  const api = {
    LMSInitialize: () => said('LMSInitialize'),
    LMSGetValue: (element: string) => values[element] ?? '',
    LMSSetValue: (element: string, value: string) => {
      if (refuses.includes(element)) return 'false';
      values[element] = value;
      return 'true';
    },
    LMSCommit: () => said('LMSCommit'),
    LMSFinish: () => said('LMSFinish'),
  };
  return { values, calls, api };
}

type Around = { parent?: unknown; opener?: unknown; [api: string]: unknown };

function windowIn(around: Around): Window {
  const own: Around = { ...around };
  own.parent ??= own;
  own.opener ??= null;
  own.top = own.parent === own ? own : own.parent;
  return own as unknown as Window;
}

function lmsOf(opened: Opened) {
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.lms;
}

/** A window whose own things nobody may ask for. */
function foreign(parent: unknown): unknown {
  return new Proxy(
    { parent },
    {
      get(target, name) {
        if (name === 'parent') return target.parent;
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    },
  );
}

describe('the search for the API', () => {
  it('goes up through the frames, past one of another origin', () => {
    const { api } = fake12();
    const top = windowIn({ API: api });
    const own = windowIn({ parent: foreign(windowIn({ parent: top })) });
    expect(findApi(own, '1.2')).toEqual({ version: '1.2', api });
  });

  it('goes on at the opener, and at the opener of the topmost window', () => {
    const { api } = fake12();
    expect(findApi(windowIn({ opener: windowIn({ API_1484_11: api }) }), '2004')?.version).toBe('2004');
    const top = windowIn({ opener: windowIn({ API: api }) });
    expect(findApi(windowIn({ parent: top }), '1.2')?.version).toBe('1.2');
  });

  it('takes the version that it was made for, else the other', () => {
    const { api } = fake12();
    const both = windowIn({ API: api, API_1484_11: api });
    expect(findApi(both, '2004')?.version).toBe('2004');
    expect(findApi(both, '1.2')?.version).toBe('1.2');
    expect(findApi(windowIn({ API: api }), '2004')?.version).toBe('1.2');
  });

  it('ends where there is none, however the windows lie', () => {
    expect(findApi(windowIn({ API: null }), '1.2')).toBeNull();
    const one: Around = { top: null };
    const other: Around = { parent: one };
    one.parent = other;
    expect(findApi(windowIn({ parent: one }), '1.2')).toBeNull();
  });
});

describe('a visit', () => {
  const standing = standingOf([lessonOf('one')], () => ['symptom']);
  const told = { standing, data: 'leaklab.1~Z', place: 'one' };

  it('is told with its time, and ends once', () => {
    const fake = fake12({ 'cmi.core.student_id': 'jo', 'cmi.suspend_data': 'kept' });
    let now = 1_000;
    const lms = lmsOf(openLms(windowIn({ API: fake.api }), '1.2', () => now));
    expect(lms).toMatchObject({ version: '1.2', room: 4_096, learner: 'jo', data: 'kept' });
    now += 61_000;
    expect(lms.report(told)).toBe(true);
    expect(fake.values).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '14',
      'cmi.suspend_data': 'leaklab.1~Z',
      'cmi.core.lesson_location': 'one',
      'cmi.core.exit': 'suspend',
      'cmi.core.session_time': '00:01:01',
    });
    now += 1_000;
    lms.close();
    lms.close();
    expect(fake.values['cmi.core.session_time']).toBe('00:01:02');
    expect(fake.calls).toEqual(['LMSInitialize', 'LMSCommit', 'LMSCommit', 'LMSFinish']);
    expect(lms.report(told)).toBe(false);
  });

  it('says when the LMS refuses a value or a commit, and tells it the rest', () => {
    for (const refused of ['cmi.suspend_data', 'LMSCommit']) {
      const fake = fake12({}, [refused]);
      const lms = lmsOf(openLms(windowIn({ API: fake.api }), '1.2', () => 0));
      expect(lms.report(told)).toBe(false);
      expect(fake.values['cmi.core.lesson_status']).toBe('incomplete');
    }
  });

  it('does not begin where the LMS refuses, or throws', () => {
    expect(openLms(windowIn({}), '1.2', () => 0)).toEqual({ kind: 'none' });
    const fake = fake12({}, ['LMSInitialize']);
    expect(openLms(windowIn({ API: fake.api }), '1.2', () => 0)).toEqual({ kind: 'refused' });
    const broken = { LMSInitialize: () => fail() };
    expect(openLms(windowIn({ API: broken }), '1.2', () => 0)).toEqual({ kind: 'refused' });
  });
});

function fail(): never {
  throw new Error('The LMS is gone.');
}
