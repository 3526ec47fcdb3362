/** A component that is loaded once it is wanted; one that did not load is asked for again by the next `load`. */
export class LazyComponent<Loaded> {
  component: Loaded | null = $state.raw(null);
  #import: () => Promise<{ default: Loaded }>;

  constructor(load: () => Promise<{ default: Loaded }>) {
    this.#import = load;
  }

  async load(): Promise<void> {
    this.component ??= await this.#import().then(
      (module) => module.default,
      () => null,
    );
  }
}
