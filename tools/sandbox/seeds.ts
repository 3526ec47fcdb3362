/** Every measured run has this seed, so that the next one repeats it. */
export const SEED = 20_260_701;

/** The seeds of `count` judgements of one variant: first that of the tests, so that what they judged counts. */
export function seedsOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? SEED : index));
}
