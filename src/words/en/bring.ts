/** What is said of files, a folder or a zip that somebody brings. */
export const words = {
  opened: {
    program: (title: string) => `${title} is opened. Nothing of it has run.`,
    lesson: (title: string) => `The lesson ${title} is opened. Nothing of it has run.`,
    file: (name: string) => `${name} is put in place. Nothing has run.`,
    files: (count: number) => `${count} files are put in place. Nothing has run.`,
    leftOut: (names: string) =>
      `Left out, because only Python files in one folder have a place here: ${names}.`,
    andMore: (names: string, count: number) => `${names} and ${count} more`,
  },
  refused: {
    notOpened: (reason: string) => `Not opened. ${reason}`,
    empty: 'There was nothing to open in it. Choose a .zip, a folder, or .py files.',
    cannotBeOpened: (name: string) => `${name} cannot be opened. Choose a .zip, a folder, or .py files.`,
    unreadable: (reason: string) => `It could not be read: ${reason}`,
  },
};
