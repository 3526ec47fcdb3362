/** A page in a frame of another site. */
export const words = {
  inFrame: 'Leaklab, in a frame. What you do here the browser keeps apart from the site itself.',
  wayOut: 'Open it on a page of its own',
};
