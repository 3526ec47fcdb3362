/** `inline`: stands within a sentence. `needs` and `takes` are the attributes that must and may be given. */
type Usage = { inline?: true; needs?: readonly string[]; takes?: readonly string[] };

/** The components of `src/prose` that a lesson may use; the build imports them for it. The others are for pages. */
export const lessonComponents: Readonly<Record<string, Usage>> = {
  Aside: { needs: ['title'] },
  Behaviour: {},
  Curve: { needs: ['of'], takes: ['caption'] },
  Decoys: {},
  Fixes: {},
  Hint: { needs: ['grade', 'title'] },
  Measured: { inline: true, needs: ['of', 'figure'], takes: ['unit', 'digits'] },
  Option: { needs: ['label'], takes: ['right'] },
  Predict: { needs: ['question', 'id'] },
  Program: { needs: ['file'], takes: ['lines'] },
  Sources: {},
  Stage: { needs: ['name', 'title'] },
  Term: { inline: true, takes: ['of'] },
};

export const inlineComponents: readonly string[] = Object.keys(lessonComponents).filter(
  (name) => lessonComponents[name]?.inline,
);
