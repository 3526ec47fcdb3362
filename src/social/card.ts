/** What stands where somebody shares the address of a page: its name, and the curve that was recorded. */

import { words } from '#words/social';
import type { LearningPath } from '../course/paths.ts';
import type { Lesson } from '../course/read-course.ts';
import type { Sandbox } from '../course/sandbox.ts';
import { curveName } from '../lenses/growth/curve-name.ts';
import { countOf, formatCount } from '../lenses/quantity.ts';
import { inWords, showpiece, starterAndFix, type NamedRun } from '../prose/curve.ts';

export type Card = {
  /** Its picture, below the start of the site. */
  path: string;
  kicker: string;
  title: string;
  /** Where nothing was recorded, the logo stands in its place. */
  runs: readonly NamedRun[];
  unit: string;
};

type Named = Pick<Lesson, 'slug' | 'title' | 'position' | 'sandbox'>;

export function lessonCard({ slug, title, position, sandbox }: Named): Card {
  return {
    ...curveOf(sandbox),
    path: `social/lessons/${slug}.png`,
    kicker: words.lesson(formatCount(position)),
    title,
  };
}

/** A pattern has a question, and its answer is not told here either. */
export function sandboxCard(sandbox: Sandbox): Card {
  const { id, title, pattern } = sandbox;
  const kicker = pattern ? words.pattern : words.sandbox;
  return { ...curveOf(sandbox), path: `social/sandboxes/${id}.png`, kicker, title };
}

/** A path has the curve of the course. */
export function pathCard(
  { id, title, minutes }: Pick<LearningPath, 'id' | 'title' | 'minutes'>,
  lessons: readonly Pick<Lesson, 'sandbox'>[],
): Card {
  return {
    ...siteCard(lessons),
    path: `social/paths/${id}.png`,
    kicker: words.path(countOf(minutes, 'minute')),
    title,
  };
}

/** For all pages that have no curve of their own: those that stand for the course. */
export function siteCard(lessons: readonly Pick<Lesson, 'sandbox'>[]): Card {
  const shown = showpiece(lessons);
  const curve = shown ? curveOf(shown.sandbox) : { runs: [], unit: '' };
  return { ...curve, path: 'social/site.png', kicker: '', title: words.site };
}

/** The picture in words. */
export function describeCard({ runs, unit }: Card): string {
  const curves = runs.map((named) => inWords(named, unit));
  return curves.length > 0 ? curveName(curves, unit, null) : words.logo;
}

function curveOf(sandbox: Sandbox): Pick<Card, 'runs' | 'unit'> {
  return { runs: starterAndFix(sandbox), unit: sandbox.unit };
}
