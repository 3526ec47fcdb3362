/** The start page: what the course is, how a lesson goes, and the course at a glance. */
export const words = {
  title: 'Leaklab: find a Python memory leak and prove that it is gone',
  description:
    'A course in debugging memory leaks in Python. Run real programs under load in your browser, find what holds the memory, fix it, and have the fix measured.',
  heading: 'Find the leak. Prove\u00a0that it is gone.',
  lead: 'Leaklab is a course in debugging memory leaks in Python. You run a real service under load, here in the page, and watch its memory grow. You find what holds it, change the code, and the page measures whether the growth has stopped.',
  begin: 'Begin the first lesson',
  symptoms: 'Look up a symptom',
  cheatSheet: 'The cheat sheet',
  facts: 'Real CPython and real frameworks, in your browser. No account, nothing to install.',
  runs: (position: string, title: string) => `Real runs of the program of lesson ${position}, “${title}”.`,
  runsAndDecoys: (position: string, title: string) =>
    `Real runs of the program of lesson ${position}, “${title}”. Dashed: what people try first.`,
  steps: {
    heading: 'How a lesson goes',
    watch: {
      heading: 'Watch it grow',
      about: 'Predict the curve, then run the program under load. The memory in use is drawn as it is read.',
    },
    find: {
      heading: 'Find what holds it',
      about:
        'Write your own diagnostics and run them inside the living process. A diagnosis counts when it names the line, the type and the holder.',
    },
    prove: {
      heading: 'Prove your fix',
      about:
        'Change the program as you see fit. The verdict measures memory and behaviour. It never compares your text with ours.',
    },
  },
  course: {
    heading: 'The course',
    pathsBefore: 'All of it, or along',
    pathsLink: 'a path',
    pathsAfter: ':',
    buildsOn: (positions: string) => `builds on ${positions}`,
    next: 'Next',
  },
  limits: {
    heading: 'What it is not',
    quiz: {
      heading: 'Not a quiz',
      about:
        'No answer is right by its wording. Any fix that stops the growth and keeps the behaviour passes.',
    },
    profiler: {
      heading: 'Not a profiler',
      about:
        'It does not look at your service. It teaches the tools that you will use there, on programs that leak for known reasons.',
    },
    production: {
      heading: 'Not production',
      about:
        'Python in a browser has one thread and another allocator. Every lesson ends with what is different on your servers.',
    },
    service: {
      heading: 'Not a service',
      about:
        'There is no server behind the page. What you type stays in your browser, and nobody counts your visit.',
    },
  },
};
