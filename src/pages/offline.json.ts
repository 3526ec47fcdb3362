import type { APIRoute } from 'astro';
import { lessons } from '../course/catalogue.ts';

/** What the lessons run on. What the site is made of is put in when it is built: tools/build/offline.ts. */
export const GET = (() =>
  Response.json({
    lessons: Object.fromEntries(
      lessons().map(({ slug, sandbox: { packages, preload } }) => [slug, { packages, preload }]),
    ),
  })) satisfies APIRoute;
