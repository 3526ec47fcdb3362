/** Long lists, of which only the beginning is there at first. */
export const words = {
  shown: {
    lines: (shown: string, total: string) => `${shown} of ${total} lines`,
    paths: (shown: string, total: string) => `${shown} of ${total} paths`,
    types: (shown: string, total: string) => `${shown} of ${total} types`,
  },
  showMore: (count: string) => `Show ${count} more`,
};
