import type { ScormVersion } from './course.ts';
import type { Standing } from './standing.ts';

/** What an LMS keeps of a learner, under its element's name. */
export type Elements = readonly (readonly [element: string, value: string])[];

/** What it kept when the package was opened, or told while it is. */
export type CmiState = { status: string; success: string; score: string };

/** One version's words for the same things. */
export const WORDS = {
  '1.2': {
    api: 'API',
    initialize: 'LMSInitialize',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    terminate: 'LMSFinish',
    learner: 'cmi.core.student_id',
    status: 'cmi.core.lesson_status',
    success: null,
    score: 'cmi.core.score.raw',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    /** Characters of `cmi.suspend_data`. */
    room: 4_096,
  },
  '2004': {
    api: 'API_1484_11',
    initialize: 'Initialize',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    terminate: 'Terminate',
    learner: 'cmi.learner_id',
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    score: 'cmi.score.raw',
    location: 'cmi.location',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    room: 64_000,
  },
} as const satisfies Record<ScormVersion, unknown>;

export const SUSPEND_DATA = 'cmi.suspend_data';

/**
 * What `standing` is called. Nothing that the LMS has already is taken back: a later version of a lesson may ask for more. In 1.2
 * one status says both that all is reached and that it is proved.
 */
export function standingElements(version: ScormVersion, standing: Standing, before: CmiState): Elements {
  const kept = Number(before.score);
  const percent = Math.max(standing.percent, kept >= 0 && kept <= 100 ? Math.floor(kept) : 0);
  if (version === '1.2') {
    return [
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
      ['cmi.core.score.raw', String(percent)],
      ['cmi.core.lesson_status', status12(standing, before.status)],
    ];
  }
  const complete = standing.complete || before.status === 'completed';
  const passed = standing.proved === true || before.success === 'passed';
  return [
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
    ['cmi.score.raw', String(percent)],
    ['cmi.score.scaled', String(percent / 100)],
    ['cmi.progress_measure', String(percent / 100)],
    ['cmi.completion_status', complete ? 'completed' : 'incomplete'],
    ...(passed ? [['cmi.success_status', 'passed'] as const] : []),
  ];
}

function status12(standing: Standing, before: string): string {
  if (before === 'passed' || (standing.complete && standing.proved === true)) return 'passed';
  return standing.complete || before === 'completed' ? 'completed' : 'incomplete';
}

/** `HHHH:MM:SS` for 1.2, a duration of ISO 8601 for 2004. */
export function durationOf(version: ScormVersion, milliseconds: number): string {
  const whole = Math.max(0, Math.round(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (version === '2004') return `PT${hours}H${minutes}M${seconds}S`;
  return [Math.min(hours, 9999), minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}
