import type { APIRoute, GetStaticPaths } from 'astro';
import { lessons, paths, sandboxes } from '../../course/catalogue.ts';
import { lessonCard, pathCard, sandboxCard, siteCard, type Card } from '../../social/card.ts';
import { drawCard } from '../../social/picture.ts';

/** The picture of each page that is shared, drawn when the site is built. */
export const getStaticPaths = (() => {
  const cards = [
    siteCard(lessons()),
    ...lessons().map(lessonCard),
    ...paths().map((path) => pathCard(path, lessons())),
    ...sandboxes().map(({ sandbox }) => sandboxCard(sandbox)),
  ];
  return cards.map((card) => ({
    params: { page: card.path.replace(/^social\/|\.png$/g, '') },
    props: { card },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card)), { headers: { 'Content-Type': 'image/png' } });
