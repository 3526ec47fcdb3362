import { mount } from 'svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import './launch.css';
import { openRunStore } from '../../progress/run-store.ts';
import type { ScormCourse } from '../course.ts';
import { openLms } from '../lms.ts';
import { openTracking } from '../tracking.ts';
import Launch from './Launch.svelte';

/** The script of the page that an LMS opens; what the package teaches stands in the page. */
async function launch(target: HTMLElement, course: ScormCourse): Promise<void> {
  const opened = openLms(window, course.version, () => performance.now());
  const lms = opened.kind === 'open' ? opened.lms : null;
  const tracking = openTracking({
    course,
    lms,
    storage: () => localStorage,
    runs: await openRunStore().catch(() => null),
    now: () => Date.now(),
  });
  await tracking.restore();
  window.addEventListener('pagehide', () => {
    tracking.look();
    lms?.close();
  });
  // The visit has ended: a page that comes back from the browser's memory begins another.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  document.title = `${course.title} · Leaklab`;
  mount(Launch, { target, props: { course, opened, tracking } });
}

const target = document.querySelector('main');
const course = document.querySelector('#course')?.textContent ?? '';
if (target) void launch(target, JSON.parse(course) as ScormCourse);
