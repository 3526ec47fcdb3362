import { formatDuration, plural } from '../../lenses/quantity.ts';
import { secondsToLimit, type Deployment, type Growing } from '../session/deployment.ts';

/** `At 20 requests a second a 512 MiB container is full in 18 h 4 min.` */
export function lifetimeSentence(verdict: Growing, deployment: Deployment): string {
  const { mebibytes, perSecond } = deployment;
  const units = perSecond === 1 ? verdict.unit : plural(verdict.unit);
  const when = formatDuration(secondsToLimit(verdict, deployment));
  return `At ${perSecond} ${units} a second a ${mebibytes} MiB container is full in ${when}.`;
}

/** The judge's sentence, reckoned for the learner's own container and load. */
export function growingSentence(verdict: Growing, deployment: Deployment | null): string {
  return deployment ? `${verdict.headline} ${lifetimeSentence(verdict, deployment)}` : verdict.sentence;
}

export type Typed = { kind: 'valid'; value: number } | { kind: 'invalid'; reason: string };

const MOST_MEBIBYTES = 2 ** 20;
const MOST_PER_SECOND = 1_000_000;

export function readMebibytes(text: string): Typed {
  const value = numberIn(text);
  if (value === null)
    return invalid('Give the container’s limit as a number of MiB, such as 512; 1 GiB is 1024.');
  if (value <= 0) return invalid('A container has more than 0 MiB.');
  if (value > MOST_MEBIBYTES) return invalid('That is more than 1 TiB. The limit is in MiB; 1 GiB is 1024.');
  return { kind: 'valid', value };
}

export function readPerSecond(text: string, unit: string): Typed {
  const value = numberIn(text);
  if (value === null) return invalid(`Give the ${plural(unit)} in a second as a number, such as 20 or 0.5.`);
  if (value <= 0) return invalid(`Without ${plural(unit)} nothing grows: give a number above 0.`);
  if (value > MOST_PER_SECOND)
    return invalid('That is more than a million a second, too much for one process.');
  return { kind: 'valid', value };
}

/** `1,024` is a thousand and some; `0,5` could mean two things and is none. */
function numberIn(text: string): number | null {
  const plain = text.trim();
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}

function invalid(reason: string): Typed {
  return { kind: 'invalid', reason };
}
