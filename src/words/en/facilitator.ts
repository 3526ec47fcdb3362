/** What whoever leads a group along a path needs. */
export const words = {
  printHandout: 'Print the handout',
  printNotes: 'Print these notes',
  path: 'The path itself',
  agenda: {
    heading: 'Agenda',
    about: (minutes: string, together: string) =>
      `The minutes are those of the lessons, for one person who works alone: ${minutes} in all. As a rule of thumb a group that talks takes half as long again, which makes ${together}. Give it a break when it is longer than an hour and a half. Let people work alone or in pairs; nothing has to be installed.`,
    from: 'From',
    step: 'Step',
    minutes: 'Minutes',
    whole: 'the whole lesson',
    end: 'End',
    endNote: 'An incident of your own, if there is time',
  },
  show: {
    heading: 'What to show',
    run: (load: string, program: string) =>
      `Run sends ${load} to “${program}”. What Check says of it as it stands:`,
  },
  questions: {
    heading: 'Questions',
    others: 'What you may hear instead',
  },
  decoys: {
    heading: 'What people try first, and what comes of it',
    about:
      'Read one aloud and ask for the verdict before you show it. A good answer says what the change does to the number of things that stay, not whether it looks tidy.',
  },
  incident: {
    heading: 'With an incident of your own',
    choose: {
      lead: 'Choose one that is over,',
      text: ' and of which somebody knows the cause. An open incident is work, and the group will do that work in place of the exercise. Ask whoever was on call whether they agree.',
    },
    bring: {
      lead: 'Bring four things:',
      text: ' the graph of memory over a day at least, with restarts and deployments marked; what the service does in one unit (a request, a task, a message); what was suspected, in the order in which it was; and the change that ended it. Leave out names, tokens and whatever belongs to customers.',
    },
    graph: {
      lead: 'Show the graph alone, first.',
      text: ' Ask what the lessons ask. Line, plateau, staircase or sawtooth? What does it grow with? Which question would you put to the process, and with which tool? Only then tell what you did, wrong turns included.',
    },
    small: {
      lead: 'Make it small, if you can.',
      before: ' The part that leaks and the call that feeds it often fit on a page. As ',
      link: 'a program of your own',
      after:
        ' everybody can run it, and a link carries it. It stays in your browsers and in that link, so put nothing into it that may not leave the company.',
    },
    measure: {
      lead: 'If you cannot, measure it where it runs.',
      before: ' `python -m leaklab judge shop.orders:place_order --json` writes a report, which ',
      link: 'this page',
      after: ' draws. With `--html` it is one file that opens offline.',
    },
    next: {
      lead: 'End with what comes next:',
      text: ' the test that would have failed, and the line on the dashboard that would have risen. Talk about the code and about what could be seen at the time, not about who wrote it.',
    },
    nobody:
      'Nobody has one to bring? Take the service that is restarted by a timer. Why the timer is there is a good first question.',
    /** Stands on the handout, to be filled in. */
    sheet: [
      'What did you see first, and on which meter?',
      'What does it grow with: time, requests, clients, errors?',
      'What did you suspect, and what would have cleared it?',
      'What decided it?',
      'Which test or line on a dashboard would have shown it sooner?',
    ],
  },
  afterwards: {
    heading: 'Afterwards everybody can',
    about:
      'Go through the list at the end and let each say of which line they are not sure. That is where the next session begins.',
  },
};
