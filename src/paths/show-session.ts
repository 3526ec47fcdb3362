import { mount, unmount } from 'svelte';
import { href } from '../layouts/href.ts';
import type { LessonNotes } from '../prose/lesson-notes.ts';
import FacilitatorView from './FacilitatorView.svelte';
import type { OpenedPath } from './open-own.ts';

let shown: ReturnType<typeof mount> | null = null;

/** Puts the facilitator’s notes of a path where `target` is; those of its lessons are loaded for it. */
export async function showSession(
  target: HTMLElement,
  { path }: Extract<OpenedPath, { kind: 'path' }>,
): Promise<void> {
  const notes = await Promise.all(path.steps.map(({ lesson: { slug } }) => notesOf(slug)));
  if (shown) await unmount(shown);
  target.replaceChildren();
  shown = mount(FacilitatorView, { target, props: { path, notes } });
}

async function notesOf(slug: string): Promise<LessonNotes> {
  const response = await fetch(href(`paths/lessons/${slug}.json`));
  return (await response.json()) as LessonNotes;
}
