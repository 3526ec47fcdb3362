import type { Exercise, Turnable } from '../exercise.ts';

const FEWEST_UNITS = 50;
/** The name under which a run's units are turned. */
export const UNITS = 'units';

/** What a run loads: so many units, and what else differs from what is declared. */
export type RunLoad = {
  units: number;
  isTurned: boolean;
  others: readonly { label: string; value: number }[];
};

/** What Run loads, as the learner turns it. A check has the load that is declared, whatever stands here. */
export class TurnedLoad {
  /** The learner's own program may change while it is here. */
  #exercise: () => Exercise;
  #turned: Readonly<Record<string, number>> = $state.raw({});

  constructor(exercise: () => Exercise) {
    this.#exercise = exercise;
  }

  get turnables(): readonly Turnable[] {
    const { observeUnits, contract, load } = this.#exercise();
    const least = Math.min(FEWEST_UNITS, observeUnits);
    const most = Math.max(contract.cap, observeUnits);
    return [{ name: UNITS, label: '', default: observeUnits, least, most }, ...load];
  }

  of(one: Turnable): number {
    return this.#turned[one.name] ?? one.default;
  }

  turn(one: Turnable, value: number): void {
    this.#turned = { ...this.#turned, [one.name]: value };
  }

  /** What somebody else has turned, as far as it can be turned here. */
  take(values: Readonly<Record<string, number>>): void {
    this.#turned = Object.fromEntries(
      this.turnables.flatMap(({ name, least, most }) => {
        const value = values[name];
        return value !== undefined && value >= least && value <= most ? [[name, value]] : [];
      }),
    );
  }

  /** By name, what differs from what is declared. */
  get turned(): Record<string, number> {
    return Object.fromEntries(
      this.turnables.filter((one) => this.of(one) !== one.default).map((one) => [one.name, this.of(one)]),
    );
  }

  turnBack(): void {
    this.#turned = {};
  }

  get isTurned(): boolean {
    return Object.keys(this.turned).length > 0;
  }

  get units(): number {
    return this.#turned[UNITS] ?? this.turnables[0]?.default ?? FEWEST_UNITS;
  }

  /** What the command says; only what differs is named. */
  get command(): { units: number; load: Record<string, number> } {
    return {
      units: this.units,
      load: Object.fromEntries(this.#others.map((one) => [one.name, this.of(one)])),
    };
  }

  get ofRun(): RunLoad {
    const others = this.#others.map((one) => ({ label: one.label, value: this.of(one) }));
    return { units: this.units, isTurned: this.isTurned, others };
  }

  get #others(): readonly Turnable[] {
    return this.turnables.filter((one) => one.name !== UNITS && this.of(one) !== one.default);
  }
}
