/** Where a report of one's own service is opened. */
export const words = {
  heading: 'A report of your own',
  description:
    'Open what leaklab measured on your own service: its memory curve, the verdict, and where the memory stays.',
  lead: 'Measure your own service where it runs, and look at the result here: the curve, the verdict, the lines that allocate, what survives, and who holds it.',
  command: 'The command',
  about:
    'The pytest plugin writes such a file for each test that fails. With `--html report.html` in place of `--json` you get this page with the report in it, as one file that works offline.',
  noScript: 'Without JavaScript this page cannot open a report.',
  ownBefore: 'No report yet?',
  ownLink: 'Write a program here',
  ownAfter: ' and check it in the browser.',
};
