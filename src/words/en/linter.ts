/** What the examples of a page are called that shows what a linter sees, and what they show. */
export const words = {
  seen: {
    sharedDefault: {
      title: 'A default that every call shares',
      says: 'The list is made once, when the function is. Each request that brings none of its own leaves its entry there.',
    },
    calledDefault: {
      title: 'A default that is called once',
      says: 'The session is opened when the module is imported, and is never closed.',
    },
    methodCache: {
      title: 'A cache on a method',
      says: 'The cache belongs to the class, and self is part of every key. It keeps each instance that was ever asked.',
    },
    classList: {
      title: 'A list on the class',
      says: 'It looks like an attribute of each tracker and is one list for all of them.',
    },
    looseTask: {
      title: 'A task that nobody holds',
      says: 'The opposite of a leak: the event loop holds tasks weakly, so this one may vanish before it is done.',
    },
    loopFunction: {
      title: 'A function that sees its loop',
      says: 'Every callback sees the last client, and keeps it for as long as the callback is kept.',
    },
    openFile: {
      title: 'A file without a with',
      says: 'It is closed when the last reference goes. Whoever keeps it keeps the descriptor as well.',
    },
    replacedGlobal: {
      title: 'A function that replaces a global',
      says: 'Whatever it puts there lives until the next call, or as long as the process.',
    },
  },
  unseen: {
    moduleList: {
      title: 'A list in a module',
      says: 'Nothing here is odd. That nobody ever takes an entry out is not written anywhere.',
    },
    keyedDict: {
      title: 'A dict with a key for every client',
      says: 'It is as large as the number of clients that there ever were. A linter does not know how many come.',
    },
    addedSet: {
      title: 'A set that is only added to',
      says: 'This is the advice that RUF006 gives, half followed: the task is held, and nothing discards it when it is done.',
    },
    declaredRegistry: {
      title: 'A registry on the class, declared as one',
      says: 'ClassVar tells the linter that the list is meant to be shared. Whether it is meant to grow, it does not ask.',
    },
    functionCache: {
      title: 'A cache on a function',
      says: 'The same cache as on a method, without self. It has no bound, and a key for every customer and day.',
    },
    keptCallback: {
      title: 'A callback that is never taken back',
      says: 'The bus outlives the page, holds its method, and by that the page.',
    },
    keptException: {
      title: 'An exception that is kept',
      says: 'With it come its traceback, the frames in that, and every variable that they had.',
    },
    manyLoggers: {
      title: 'A logger for every request',
      says: 'The logging module keeps each logger by its name, for good.',
    },
  },
};
