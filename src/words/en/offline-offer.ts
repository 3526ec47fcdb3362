/** All that the page of a path carries of what takes it offline. */
export const words = {
  notLoaded: 'This could not be loaded. Are you offline? Close it and open it again.',
};
