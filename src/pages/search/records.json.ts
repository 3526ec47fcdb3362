import type { APIRoute } from 'astro';
import { glossary, paths, sandboxes, symptoms } from '../../course/catalogue.ts';
import { searchRecords } from '../../course/search-records.ts';

/** What the build puts into the search index beside the prose of lessons. */
export const GET = (() =>
  Response.json(
    searchRecords(
      glossary(),
      symptoms(),
      sandboxes().map(({ sandbox }) => sandbox),
      paths(),
    ),
  )) satisfies APIRoute;
