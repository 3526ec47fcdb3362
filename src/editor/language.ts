import type { Place } from './place.ts';

export type Completion = { name: string; type: string };
/** `heading` is Python; `text` a docstring as it stands, which is never markup. */
export type Description = { heading: string; text: string };
export type Signature = { label: string; parameters: string[]; active: number | null; text: string };

/** What knows the code beyond its letters. Nothing found and not being there are one and the same to an editor. */
export type Language = {
  complete(file: string, place: Place): Promise<readonly Completion[]>;
  /** More about one of the completions that came last. */
  describe(name: string): Promise<Description | null>;
  hover(file: string, place: Place): Promise<readonly Description[]>;
  signatures(file: string, place: Place): Promise<readonly Signature[]>;
};
