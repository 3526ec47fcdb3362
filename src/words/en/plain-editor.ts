/** The editor without colours; it is loaded without the other one. */
export const words = {
  readOnly: (name: string) => `${name}, read-only`,
};
