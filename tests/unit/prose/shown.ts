import type { Component } from 'svelte';
import { render } from 'svelte/server';
import LessonProse from '../../../src/prose/LessonProse.svelte';
import { lessonContext } from './fixtures/lesson-context.ts';

/** Renders a component as a lesson would, and reads what stands there. */
export function shown<Props extends Record<string, unknown>>(
  Prose: Component<Props>,
  props: Props = {} as Props,
): string {
  const Bound = ((payload: unknown) =>
    (Prose as unknown as (a: unknown, b: Props) => unknown)(payload, props)) as unknown as Component;
  const { body } = render(LessonProse, { props: { lesson: lessonContext(), Prose: Bound } });
  return body.replace(/<!--.*?-->/g, '');
}

/** The words alone; any space counts as one. */
export function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
