/** All of the search that every page carries. */
export const words = {
  notLoaded: 'Search could not be loaded: press to try again',
};
