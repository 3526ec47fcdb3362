/** How Python comes to a page. */
export const words = {
  idle: 'Python starts when you need it',
  downloading: 'Python is loading',
  downloadingOf: (loaded: string, total: string) => `Python is loading: ${loaded} of ${total} MB`,
  wakingUp: 'Python is waking up',
  starting: 'Python is starting',
  ready: 'Python is ready',
  unavailable: 'Python could not be loaded',
  benchUnavailable: 'The workbench could not be loaded. Are you offline? Press again to retry.',
};
