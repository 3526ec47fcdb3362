import { words } from '#words/proof';
import type { Tone } from '../../lenses/growth/curve.ts';
import { outcomeTone } from '../../lenses/verdict/verdict-words.ts';
import { formatCount } from '../../lenses/quantity.ts';
import type { Found } from '../measure.ts';

/** One proof of a table, and how far it is. */
export type Standing =
  { kind: 'waiting' } | { kind: 'measuring'; units: number } | { kind: 'found'; found: Found };

/** What the table says of a proof: a word, and what is behind it. */
export type Said = { word: string; detail: string; tone: Tone; holds: boolean };

export function saidOf(standing: Standing, sealed: boolean): Said {
  const { standing: says } = words;
  if (standing.kind === 'waiting') return { word: says.waits, detail: '', tone: 'plain', holds: false };
  if (standing.kind === 'measuring') {
    const detail = standing.units > 0 ? says.soFar(formatCount(standing.units)) : says.starting;
    return { word: says.measuring, detail, tone: 'plain', holds: false };
  }
  const { found } = standing;
  if (found.kind === 'open') return { word: says.open, detail: found.reason, tone: 'unsure', holds: false };
  const measured = sentenceOf(found.outcome);
  const tone = outcomeTone(found.outcome);
  if (found.kind === 'fails') return { word: says.fails, detail: measured, tone, holds: false };
  if (!sealed)
    return { word: says.changed, detail: says.changedSince(measured), tone: 'unsure', holds: false };
  if (!found.sameStart)
    return { word: says.otherVersion, detail: says.otherStart(measured), tone: 'unsure', holds: false };
  return { word: says.holds, detail: measured, tone, holds: true };
}

function sentenceOf(outcome: Extract<Found, { outcome: unknown }>['outcome']): string {
  switch (outcome.kind) {
    case 'diagnosed':
      return words.standing.claimFails;
    case 'timed-out':
      return words.standing.silent(outcome.seconds);
    case 'out-of-memory':
      return outcome.message;
    default:
      return 'sentence' in outcome ? outcome.sentence : words.standing.otherEnd;
  }
}
