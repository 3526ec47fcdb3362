/** Where a proof is measured again. */
export const words = {
  heading: 'Measure a proof again',
  description:
    'Open a proof that somebody fixed a leak in a lesson, or a folder of them, and have each judged again in your own browser.',
  lead: 'A proof carries the fix itself and what a check said of it. You need not take its word: open it here, and the fix is loaded and measured once more.',
  noScript: 'Without JavaScript nothing can be measured.',
  yoursBefore: 'Yours are on',
  yoursLink: 'the page of your progress',
  yoursAfter:
    ', one for each lesson that you have proved. For a build server, `python -m leaklab proof *.json` says the same natively.',
};
