/** What the rail of a lesson says of a stage, after its name. */
export const words = {
  done: ' (done)',
};
