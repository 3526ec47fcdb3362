/** What is shown at an address that leads nowhere. */
export const words = {
  heading: 'Nothing is held at this address',
  description: 'There is no page at this address.',
  lead: 'The page was moved, or never was. Your work in the lessons is kept by the browser and has not been touched.',
  lessons: 'Go to the lessons',
  curve: 'nothing in use',
};
