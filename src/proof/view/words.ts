import type { Tone } from '../../lenses/growth/curve.ts';
import { outcomeTone } from '../../lenses/verdict/verdict-words.ts';
import type { Found } from '../measure.ts';

/** One proof of a table, and how far it is. */
export type Standing =
  { kind: 'waiting' } | { kind: 'measuring'; units: number } | { kind: 'found'; found: Found };

/** What the table says of a proof: a word, and what is behind it. */
export type Said = { word: string; detail: string; tone: Tone; holds: boolean };

export function saidOf(standing: Standing, sealed: boolean): Said {
  if (standing.kind === 'waiting') return { word: 'Waits', detail: '', tone: 'plain', holds: false };
  if (standing.kind === 'measuring')
    return {
      word: 'Measuring',
      detail:
        standing.units > 0 ? `${standing.units.toLocaleString('en')} units so far` : 'Python is starting',
      tone: 'plain',
      holds: false,
    };
  const { found } = standing;
  if (found.kind === 'open')
    return { word: 'Cannot tell', detail: found.reason, tone: 'unsure', holds: false };
  const measured = sentenceOf(found.outcome);
  const tone = outcomeTone(found.outcome);
  if (found.kind === 'fails') return { word: 'Does not hold', detail: measured, tone, holds: false };
  if (!sealed)
    return {
      word: 'Was changed',
      detail: `It was changed after it was made. What it has now is measured: ${measured}`,
      tone: 'unsure',
      holds: false,
    };
  if (!found.sameStart)
    return {
      word: 'Another version',
      detail: `It was made in another version of the lesson. In this one: ${measured}`,
      tone: 'unsure',
      holds: false,
    };
  return { word: 'Holds', detail: measured, tone, holds: true };
}

function sentenceOf(outcome: Extract<Found, { outcome: unknown }>['outcome']): string {
  switch (outcome.kind) {
    case 'diagnosed':
      return 'its claim does not hold for this program.';
    case 'timed-out':
      return `nothing came back for ${outcome.seconds} seconds.`;
    case 'out-of-memory':
      return outcome.message;
    default:
      return 'sentence' in outcome ? outcome.sentence : 'it came to another end.';
  }
}
