/** Why a path of a team's own is refused. */
export const words = {
  unreadable: (name: string) => `“${name}” could not be read. Is it a folder?`,
  noLessons: 'The list of lessons could not be loaded. Are you offline? Open the path once more.',
  link: {
    name: 'link',
    tooLarge: 'The link unpacks to more than any path has.',
    damaged: 'A part of the link is missing or was changed on the way. Ask for it again.',
  },
  problem: (file: string, said: string) => `“${file}” ${said}`,
  problemAt: (file: string, place: string, said: string) => `“${file}”, ${place}: ${said}`,
  line: (line: string) => `line ${line}`,
  more: (count: string) => `And ${count} more.`,
  /** Each goes on from the name of the file. */
  said: {
    tooLarge: 'is larger than any path is (64 KiB). Is it another file?',
    tooDeep: 'has one thing within another, deeper than can be read.',
    noYaml: (message: string) => `is not valid YAML: ${message}.`,
    alias: 'has an anchor or an alias (& or *); write the text out in each place.',
    tag: 'has a tag of its own (!); a path has plain text and numbers alone.',
  },
};
