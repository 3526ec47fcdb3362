/** What is said of a program that somebody brings: of its zip, its files and its settings. A `name` is quoted already. */
export const words = {
  title: 'Your own program',
  quoted: (name: string) => `“${name}”`,
  zip: {
    none: 'This is no zip. Choose a .zip, a folder, or .py files.',
    tooLarge: (mebibytes: number) => `The zip has more than ${mebibytes} MiB. Leave out what is not Python.`,
    damaged: 'The zip is damaged or cut off. Fetch or pack it again.',
    entryDamaged: (name: string) => `${name} in the zip is damaged or cut off. Fetch or pack it again.`,
    link: (name: string) => `${name} is a link to another file. Put the file itself in its place.`,
    encrypted: (name: string) => `${name} is encrypted. Pack the folder again without a password.`,
    method: (name: string) =>
      `${name} is packed in a way that only some programs know. Pack it as a plain zip.`,
    nameNotUtf8: (name: string) => `The name ${name} is not in UTF-8.`,
  },
  entries: {
    tooMany: (most: string) => `It has more than ${most} files. Choose the program’s own folder.`,
    tooLarge: (mebibytes: number) =>
      `It has more than ${mebibytes} MiB in all. Leave out what is not Python.`,
    twice: (name: string) => `It has two files ${name}; only one of them can be meant.`,
    unseen: (name: string) => `The name ${name} has a character that is not seen.`,
    tooLong: (name: string, most: number) => `The name ${name} is longer than ${most} characters.`,
    backslash: (name: string) => `The name ${name} has a backslash; folders end in “/”.`,
    absolute: (name: string) => `${name} names a place on a disk, not in the folder.`,
    outside: (name: string) => `${name} leads out of the folder with “..”.`,
    noName: (name: string) => `${name} is no name of a file in a folder.`,
    tooDeep: (name: string, most: number) => `${name} lies more than ${most} folders deep.`,
    notUtf8: (name: string) => `${name} is no text in UTF-8. Save it as UTF-8 and try again.`,
  },
  fileName: {
    empty: 'Give the file a name, such as helpers.py.',
    unseen: (name: string) => `${name} has a character that is not seen. Use letters, digits and _.`,
    tooLong: (name: string, most: number) =>
      `${name} is longer than ${most} characters. Choose a shorter name.`,
    folder: (name: string) => `${name} names a folder. All files of a program lie in one; leave it out.`,
    notPython: (name: string) => `${name} does not end in .py. Only Python files can be here.`,
    noModule: (name: string) =>
      `Python cannot import ${name}. Use letters, digits and _, and begin with no digit.`,
    keyword: (name: string, keyword: string) =>
      `Python cannot import ${name}: ${keyword} is a word of the language.`,
    taken: (name: string) => `${name} has the name of a module that Python has already. Choose another name.`,
    twice: (name: string) => `There is a file ${name} already. Choose another name.`,
  },
  program: {
    noProgram: (example: string) => `There is no Python file of a program in it, such as ${example}.`,
    tooManyFiles: (files: number, most: number) => `It has ${files} files; ${most} is the most.`,
    tooMuchText: (kibibytes: number) => `Its files have more than ${kibibytes} KiB of text together.`,
    beside: (name: string) => `${name} has the name of a file that lies beside project/. Rename it.`,
    noWorkload: 'workload.py is missing; it says what one unit of use is, in def run(i).',
    nothing: 'There is no sandbox.json and no Python file in it. Choose the folder that has them.',
    unknownPackage: (file: string, name: string, known: string) =>
      `${file}: packages: ${name} is not here. There are ${known}.`,
    notJson: (file: string, reason: string) => `${file}: is not valid JSON: ${reason}.`,
    andMore(problem: string, more: number): string {
      if (more === 0) return problem;
      return `${problem} There ${more === 1 ? 'is' : 'are'} ${more} more to put right.`;
    },
  },
  link: {
    damaged: 'A part of it is missing or was changed on the way. Ask for it again.',
    tooLarge: 'It unpacks to more than any link of this site does.',
    program: 'The program in it',
    unknownPackage: (name: string, known: string) =>
      `It needs the package ${name}, which is not here. There are ${known}.`,
  },
  /** Each follows the name of its field in `sandbox.json`. */
  schema: {
    tooLong: (most: number) => `must not be longer than ${most} characters.`,
    unseen: 'must have no character that is not seen.',
    atMost: (most: string) => `must be at most ${most}.`,
    empty: 'must not be empty.',
    tooMany: (most: number) => `must have at most ${most} entries.`,
    unit: 'must be one word in small letters, such as request.',
  },
  field: {
    budget: (example: string) => `Give a number of bytes, such as 10 MB, 512 KiB or ${example}.`,
    budgetTooLarge: 'That is more than 1 GiB; the sandbox itself has less.',
    noTitle: 'Give it a name, so that you know it again.',
    titleTooLong: (most: number) => `A name has at most ${most} characters.`,
    unseen: 'It has a character that is not seen. Type it anew.',
    unit: 'Give one word in small letters, such as request or job.',
    cap: (least: string, most: string) =>
      `Give a whole number from ${least} to ${most}: a climb needs so many to tell growth from rest.`,
    warmUp: (least: string, most: string) =>
      `Give a whole number from ${least} to ${most}: units before the first reading.`,
    observed: (least: string, most: string) =>
      `Give a whole number from ${least} to ${most}: units that Run loads.`,
    positive: (most: string) => `Give a number above 0, at most ${most}.`,
  },
};
