import { vi } from 'vitest';

/** Has the page believe that a finger points, so that the plain editor opens; until mocks are restored. */
export function pretendTouch(): void {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    real(query === '(pointer: coarse)' ? 'all' : query),
  );
}
