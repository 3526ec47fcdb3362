/** What is shown in place of a page that is not on the device. */
export const words = {
  heading: 'This page is not on this device',
  description: 'What is shown without a network.',
  lead: 'The site cannot be reached, and this page was not kept: it was neither opened before nor part of a path that you took offline. What you have typed in other lessons is safe.',
  lessons: 'The lessons',
  pathsBefore: ', ',
  paths: 'the paths',
  after: ', or go back to where you came from. With a network again, reload the page.',
};
