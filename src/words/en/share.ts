/** Why a link cannot be opened, for whoever opened it. */
export const words = {
  damaged: 'A part of it is missing or was changed on the way. Ask for it again.',
  tooLarge: 'It unpacks to more than any link of this site does.',
  otherStart:
    'It was made with another version of this program, and has only what was changed of that. Whoever sent it has it still: ask them to copy the link anew on this page, or to take it home and send the zip, which opens under “Your own program”.',
  foreignFile: (name: string) => `It has a file "${name}", which this program does not have.`,
};
