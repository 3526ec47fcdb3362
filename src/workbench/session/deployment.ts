import type { Verdict } from '../../runtime/report.ts';

/** What a program would run in, as the learner sets it: the container's limit, and the load in units a second. */
export type Deployment = { mebibytes: number; perSecond: number };

export type Growing = Extract<Verdict, { kind: 'growing' }>;

/** What the judge reckoned with. */
export function deploymentOf({ containerBytes, ratePerSecond }: Growing): Deployment {
  return { mebibytes: containerBytes / 2 ** 20, perSecond: ratePerSecond };
}

/** Seconds until the container is full, from what the judge reckoned: exactly its figure where nothing was changed. */
export function secondsToLimit(verdict: Growing, { mebibytes, perSecond }: Deployment): number {
  const reckoned = deploymentOf(verdict);
  return verdict.secondsToLimit * (mebibytes / reckoned.mebibytes) * (reckoned.perSecond / perSecond);
}
