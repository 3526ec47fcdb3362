/** The workbench as a whole, and its panes. */
export const words = {
  workbench: 'Workbench',
  textWidth: 'Width of the text',
  editorHeight: 'Height of the editor',
  addFile: 'Add a file',
  comparisonLoads:
    'The comparison is loading. If it does not come, look at your connection and press Compare again.',
  settings: 'Settings',
  results: 'Results',
  programOpened: 'The program of the link is opened. Nothing of it has run.',
};
