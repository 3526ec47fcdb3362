/** Why the site cannot work offline in this browser. */
export const words = {
  notAllowed:
    'This browser does not let the site work offline. It needs an address with https, and a window that is not private.',
  notFetched: 'What lets the site work offline could not be fetched. Is the network there?',
};
