import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { share } from '../lenses/chart/scale.ts';
import { curveGeometry, type CurveGeometry, type Tone } from '../lenses/growth/curve.ts';
import { plural } from '../lenses/quantity.ts';
import { readsOf, toneOf, wordsOf } from '../prose/curve.ts';
import tokens from '../styles/tokens.css?raw';
import type { Card } from './card.ts';

/** What every reader of `og:image` takes. */
const SIZE = { width: 1200, height: 630 };
/** The chart as on a small screen, and how much larger it stands here, words and all. */
const FRAME = { width: 310, height: 220 };
const ZOOM = 1.75;

type Style = Record<string, string | number>;
type Element = { type: string; props: Record<string, unknown> };

/** Satori lays out what has several children only as flex. */
function box(style: Style, ...children: (Element | string)[]): Element {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function shape(type: string, props: Record<string, unknown>, ...children: Element[]): Element {
  return { type, props: { ...props, children } };
}

/** A colour of the light theme. */
function colour(name: string): string {
  const [, value] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens) ?? [];
  if (value === undefined) throw new Error(`src/styles/tokens.css has no colour --${name}.`);
  return value;
}

const TONES: Record<Tone, string> = {
  growing: 'growing',
  bounded: 'bounded',
  unsure: 'unsure',
  plain: 'ink',
};

/** The card of a page as a PNG. */
export async function drawCard(card: Card): Promise<Buffer> {
  return await sharp(Buffer.from(await cardSvg(card)))
    .png({ palette: true, effort: 8 })
    .toBuffer();
}

/** The card in the type and the colours of the site; its letters are shapes, so no font need be there. */
export async function cardSvg(card: Card): Promise<string> {
  const weights = [400, 700] as const;
  const fonts = weights.map(async (weight) => ({ name: 'Atkinson', weight, data: await font(weight) }));
  return await satori(layOut(card), { ...SIZE, fonts: await Promise.all(fonts) });
}

/** Satori reads no variable fonts: these are the same letters, one file for each weight. */
function font(weight: number): Promise<Buffer> {
  const name = `atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
  const { resolve } = createRequire(import.meta.url);
  return readFile(resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`));
}

function layOut({ kicker, title, runs, unit }: Card): Element {
  const chart = geometry(runs, unit);
  const words = box(
    { flexDirection: 'column', width: chart ? 420 : 580 },
    ...(kicker ? [box({ fontSize: 28, color: colour('ink-faint'), marginBottom: 12 }, kicker)] : []),
    box(
      { fontSize: title.length > 40 ? 46 : 60, fontWeight: 700, letterSpacing: '-0.02em', lineHeight: 1.08 },
      title,
    ),
  );
  return box(
    {
      ...SIZE,
      flexDirection: 'column',
      boxSizing: 'border-box',
      padding: '44px 60px',
      background: colour('paper'),
      color: colour('ink'),
      fontFamily: 'Atkinson',
    },
    box({ alignItems: 'center', gap: 12, fontSize: 28, fontWeight: 700 }, mark(42), 'Leaklab'),
    box(
      { flexGrow: 1, alignItems: 'center', justifyContent: 'space-between' },
      words,
      chart ? plot(chart, unit) : mark(400),
    ),
  );
}

/** The curves of a card, as the chart kit places them. */
function geometry(runs: Card['runs'], unit: string): CurveGeometry | null {
  if (runs.length === 0) return null;
  return curveGeometry({
    curves: runs.map((named) => ({
      reads: readsOf(named.run),
      tone: toneOf(named.run),
      words: wordsOf(named, unit, true),
    })),
    ghosts: [],
    unit,
    budgetBytes: null,
    expectedUnits: 0,
    frame: FRAME,
    inset: 0,
  });
}

/** As `layouts/Mark.astro`. */
function mark(width: number): Element {
  const line = { fill: 'none', 'stroke-width': width > 100 ? 0.5 : 2.5 };
  return shape(
    'svg',
    { viewBox: '0 0 28 24', width, height: (width * 24) / 28 },
    shape('path', { ...line, stroke: colour('bounded'), d: 'M2 22 C6 14.5 9 14 26 14' }),
    shape('path', { ...line, stroke: colour('growing'), d: 'M2 22 L25 2' }),
  );
}

function plot({ curves, xTicks, yTicks }: CurveGeometry, unit: string): Element {
  const { width, height } = FRAME;
  const faint: Style = { position: 'absolute', color: colour('ink-faint'), fontSize: 13 * ZOOM };
  const rise = { id: 'rise', gradientUnits: 'userSpaceOnUse', x1: 0, y1: height, x2: width, y2: 0 };
  const lines = curves.map(({ line, tone }) => {
    const stroke = tone === 'growing' ? 'url(#rise)' : colour(TONES[tone]);
    return shape('path', { d: line, fill: 'none', stroke, 'stroke-width': 2.25 });
  });
  const grid = yTicks.map(({ at }) => shape('path', { d: `M0 ${at}H${width}`, stroke: colour('hairline') }));
  const axes = shape('path', {
    d: `M0 0V${height}H${width}`,
    fill: 'none',
    stroke: colour('hairline-strong'),
  });
  return box(
    { position: 'relative', width: width * ZOOM, height: height * ZOOM, marginLeft: 84 },
    shape(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width: width * ZOOM, height: height * ZOOM },
      shape(
        'linearGradient',
        rise,
        shape('stop', { offset: 0, 'stop-color': colour('growing-start') }),
        shape('stop', { offset: 0.55, 'stop-color': colour('growing') }),
      ),
      ...grid,
      axes,
      ...lines,
    ),
    ...yTicks.map(({ at, text }) =>
      box({ ...faint, right: share(width + 6, width), top: at * ZOOM - 15, whiteSpace: 'nowrap' }, text),
    ),
    ...xTicks.map(({ at, text }, index) => {
      const last = index === xTicks.length - 1;
      return box(
        { ...faint, left: at * ZOOM, top: height * ZOOM + 8 },
        last ? `${text} ${plural(unit)}` : text,
      );
    }),
    ...curves.flatMap(({ tone, end, words, place }) => [
      shape(
        'svg',
        {
          viewBox: '0 0 9 9',
          width: 9 * ZOOM,
          height: 9 * ZOOM,
          style: { position: 'absolute', left: (end.x - 4.5) * ZOOM, top: (end.y - 4.5) * ZOOM },
        },
        shape('path', { d: tone === 'growing' ? 'M4.5 0L9 9H0Z' : 'M0 0H9V9H0Z', fill: colour(TONES[tone]) }),
      ),
      ...(place ? [label(words, tone, place)] : []),
    ]),
  );
}

type LabelPlace = NonNullable<CurveGeometry['curves'][number]['place']>;

function label(words: readonly string[], tone: Tone, { x, y, anchor, stand, room }: LabelPlace): Element {
  const { width, height } = FRAME;
  return box(
    {
      position: 'absolute',
      flexDirection: 'column',
      alignItems: anchor === 'end' ? 'flex-end' : 'flex-start',
      textAlign: anchor,
      maxWidth: room * ZOOM,
      ...(anchor === 'start' ? { left: x * ZOOM } : { right: (width - x) * ZOOM }),
      ...(stand === 'below' ? { top: y * ZOOM } : { bottom: (height - y) * ZOOM }),
      color: colour('ink-soft'),
      fontSize: 13 * ZOOM,
      lineHeight: 1.3,
    },
    ...words.map((line, at) =>
      box(
        {
          background: colour('paper'),
          ...(at === 0 ? { color: colour(TONES[tone]), fontSize: 15 * ZOOM, fontWeight: 700 } : {}),
        },
        line,
      ),
    ),
  );
}
