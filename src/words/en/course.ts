const types: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with named fields',
  record: 'an object with named fields',
  string: 'text',
};

/** What is wrong with a file of the course, a path or a sandbox; most is read after the names of the file and the field. */
export const words = {
  cannotBeBuilt: 'The course cannot be built:',
  line: (line: number) => `line ${line}`,
  notYaml: (reason: string) => `is not valid YAML: ${reason}.`,
  notJson: (reason: string) => `is not valid JSON: ${reason}.`,
  schema: {
    type: (type: string) => types[type] ?? `a ${type}`,
    unknown: 'is not a known field; correct its spelling or take it out.',
    missing: (type: string) => `is missing; add it (${type}).`,
    mustBe: (type: string) => `must be ${type}.`,
    oneOf: (values: string) => `must be one of ${values}.`,
    fewEntries: (least: string) => `needs at least ${least} entries.`,
    empty: 'must not be empty.',
    atLeast: (least: string) => `must be at least ${least}.`,
    above: (least: string) => `must be more than ${least}.`,
    address: 'must be a complete address, such as https://docs.python.org/3/.',
    secureAddress: 'must be an address that begins with https.',
    kebabCase: 'must be kebab-case: lower-case letters, digits and hyphens.',
  },
  lesson: {
    folder: 'the folder must be called NN-slug, such as 06-flask-request-history.',
    noFrontMatter: 'has no front matter; begin it with --- and the lines title, summary and so on.',
    frontMatterNotYaml: (reason: string) => `the front matter is not valid YAML: ${reason}`,
    noSandboxes: (name: string) => `there is no sandboxes/${name}/; there are none yet.`,
    noSandbox: (name: string, known: string) => `there is no sandboxes/${name}/; there are ${known}.`,
    pattern:
      'is a pattern, which stands without a lesson; take "pattern" out of its sandbox.json, or name another.',
    stages: (all: string, found: string) =>
      `a lesson has the stages ${all}, in this order; found ${found || 'none'}.`,
    sameNumber: (other: string) => `has the same number as ${other}; give each its own.`,
    sameAddress: (other: string) => `has the same address as ${other}; rename one folder.`,
    noneBefore: (slug: string) => `there is no lesson "${slug}" before this one.`,
    unknown: (slug: string) => `there is no "${slug}" in content/lessons/.`,
  },
  markup: {
    script: 'has a script; take it out: the build imports the components that a lesson uses.',
    noComponent: (name: string, known: string) => `there is no <${name}>; a lesson may use ${known}.`,
    needs: (name: string, attribute: string) => `<${name}> needs ${attribute}="...".`,
    hasNo: (name: string, attribute: string, known: string) =>
      `<${name}> has no ${attribute}; it takes ${known || 'nothing'}.`,
    closesNothing: (name: string) => `</${name}> closes nothing; take it out.`,
    stillOpen: (name: string, at: string, line: number) =>
      `<${name}> is still open at </${at}> in line ${line}; close it before.`,
    neverClosed: (name: string) => `<${name}> is never closed.`,
    brace: 'has a brace outside code; put it in backquotes.',
    begins: (name: string) => `begins a paragraph with <${name}>; put a word before it.`,
  },
  quote: {
    notThere: (file: string, id: string) =>
      `quotes ${file}, which is not there yet; run "npm run measure ${id}".`,
    noRun: (run: string, file: string, known: string) =>
      `there is no run of "${run}" in ${file}; there are ${known}.`,
    noFigure: (figure: string, of: string, file: string, known: string) =>
      `there is no figure "${figure}" of "${of}" in ${file}; there are ${known || 'none'}.`,
  },
  translation: {
    differs: (found: string, expected: string, line: number) =>
      `has ${found} where lesson.svx has ${expected}, in line ${line}; use the same components in the same order.`,
    lacks: (expected: string, line: number) => `lacks the ${expected} of lesson.svx, line ${line}; add it.`,
    has: (found: string) => `has ${found}, and lesson.svx ends before; take it out.`,
    quotes: (found: string, stage: string) =>
      `has ${found}, which lesson.svx does not quote in the stage ${stage}; quote the same figures.`,
    quotesNot: (expected: string, stage: string, line: number) =>
      `lacks ${expected} in the stage ${stage}, where lesson.svx quotes it in line ${line}; quote the same figures.`,
    sameInAll: 'is not what lesson.svx has; leave it out, as it is the same in every language.',
    sourcesDiffer:
      'must have the addresses that lesson.svx has, in the same order; leave it out where no title is translated.',
    noOriginal: 'translates nothing: there is no lesson.svx beside it.',
    noLanguage: (code: string, known: string) =>
      `there is no language "${code}" to translate into; there are ${known}.`,
    missing: 'is missing; add it, as sandbox.json has one.',
    unknown: 'is not in sandbox.json; correct its spelling or take it out.',
    count: (found: number, expected: number) =>
      `has ${found} entries where sandbox.json has ${expected}; translate each, in the same order.`,
  },
  glossary: {
    begin: 'must begin with a letter or a digit.',
    tooLong: 'is longer than three sentences should be (480 characters).',
    twice: (name: string, word: string) => `"${name}" is "${word}" already; take one of them out.`,
    unknown: (word: string) => `there is no "${word}" in content/glossary/; correct its spelling or add it.`,
    noTerm: (word: string) =>
      `there is no "${word}" in content/glossary/; add it there, or name the word that is meant: <Term of="...">.`,
    again: (word: string) => `marks "${word}" a second time; mark only the first use of a word.`,
  },
  symptom: {
    unknown: (name: string, where: string) => `there is no "${name}" in ${where}.`,
    twice: 'is the address of another symptom; give each its own.',
  },
  part: {
    above: (from: number, before: string) => `must be above ${from}, where "${before}" begins.`,
  },
  path: {
    fileName: 'must be called NN-name.yaml, such as 01-on-call.yaml.',
    addressOfPage: 'has the address of a page of the site; rename the file.',
    addressOfPath: 'has the address of another path; rename the file.',
    tooLong: (most: number) => `is longer than it may be (${most} characters).`,
    unseen: 'has a character that is not seen; type it anew.',
    manyQuestions: (most: number) => `has more than ${most} questions.`,
    manySteps: (most: number) => `has more than ${most} steps; make it two paths.`,
    manyEntries: (most: number) => `has more than ${most} entries.`,
    within: (within: number, minutes: number) =>
      `is ${within}, and the steps take ${minutes} minutes together; leave something out, or give it more time.`,
    noLesson: (slug: string) =>
      `there is no lesson "${slug}"; write it as its address has it, such as line-or-plateau.`,
    stepAlready: (first: number) => `is a step already, steps[${first}]; a path has each lesson once.`,
    buildsOn: (lesson: string, later: number) =>
      `builds on "${lesson}", which comes later, in steps[${later}]; put that first.`,
    minutesOfWhole: (minutes: number) =>
      `is for a step with stages; take it out: the lesson takes ${minutes} minutes.`,
    stagesInOrder: (stages: string) => `must stand in their order, each once: ${stages}.`,
    allStages: 'has all of them; take it out: the whole lesson is meant then.',
    noMinutes: (minutes: number) =>
      `is missing; say how long these stages take (the whole lesson takes ${minutes}).`,
    manyMinutes: (minutes: number) => `must be below ${minutes}, which the whole lesson takes.`,
  },
  sandbox: {
    fileMissing: 'is missing; every sandbox needs one.',
    noPlace: (files: string) =>
      `has no place in a sandbox; use project/, fixes/<id>/, decoys/<id>/ or one of ${files}.`,
    noPlaceInPattern:
      'has no place in a pattern, which has no lesson; take it out, or "pattern" out of sandbox.json.',
    pythonFile: 'must be the name of a Python file, such as app.py.',
    turnableName: 'must be one word in small letters, such as clients.',
    unitName: 'must be one word in small letters, such as request.',
    between: 'must lie between least and most.',
    inWorkload: (name: string, value: number) =>
      `workload.py must have it once in LOAD = {...}, as "${name}": ${value}.`,
    noFixes: 'must be empty, as "verdict" says that the program is bounded as it stands.',
    oneEntry: 'needs at least one entry.',
    notInProject: (name: string) => `${name} is not in project/; add the file or take the name out.`,
    noFolder: (folder: string) => `there is no ${folder}/ with a Python file; add it or take the entry out.`,
    idTwice: (id: string) => `"${id}" is there twice; give each its own.`,
    undeclared: (list: string) =>
      `is not declared; add it to "${list}" in sandbox.json or delete the folder.`,
    notEditable:
      'changes a file that the learner cannot edit; add it to "editable" in sandbox.json or leave it out.',
    sameAsProject: (name: string) =>
      `is the same as project/${name}; an overlay holds only files that differ.`,
  },
  measured: {
    noCulprit: 'what does not grow has none; run "npm run measure" again.',
    culpritMissing: 'is missing; run "npm run measure" again.',
    stale: 'is not in sandbox.json any more; run "npm run measure" again.',
    absent: 'has not been measured; run "npm run measure" again.',
    unsaid: (code: string, id: string) =>
      `is missing; run "LEAKLAB_LANGUAGE=${code} npm run measure -- ${id}".`,
    noReads: 'has no reads to draw a curve from; run "npm run measure" again.',
  },
};
