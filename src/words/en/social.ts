/** What stands where somebody shares the address of a page. */
export const words = {
  site: 'Find the leak. Prove that it is gone.',
  lesson: (position: string) => `Lesson ${position}`,
  pattern: 'Does it grow?',
  sandbox: 'Sandbox',
  path: (minutes: string) => `Path, ${minutes}`,
  logo: 'Two curves of memory: one climbs, one settles.',
};
