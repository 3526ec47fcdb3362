import { contentLanguage } from '../course/content-language.ts';

/** Few dependencies: a lesson's page takes it along. */

/** A path as a lesson needs it, to lead on. */
export type Route = { title: string; steps: readonly RouteStep[] };
export type RouteStep = {
  slug: string;
  title: string;
  /** Of the title, where that is not in the language of the page. */
  lang?: string | undefined;
  /** Null where the whole lesson is meant. */
  stages: readonly string[] | null;
  minutes: number;
};

type Step = {
  lesson: { slug: string; title: string; language?: string | undefined };
  stages: readonly string[] | null;
  minutes: number;
};

export function routeOf({ title, steps }: { title: string; steps: readonly Step[] }): Route {
  return {
    title,
    steps: steps.map(({ lesson, stages, minutes }) => ({
      slug: lesson.slug,
      title: lesson.title,
      lang: contentLanguage(lesson),
      stages,
      minutes,
    })),
  };
}

/** Where a step is opened, below the start of the site: it carries its path along. */
export function stepAddress(path: string, { slug, stages }: Pick<RouteStep, 'slug' | 'stages'>): string {
  const first = stages?.[0] ?? 'symptom';
  return `lessons/${slug}/?path=${path}${first === 'symptom' ? '' : `#${first}`}`;
}
