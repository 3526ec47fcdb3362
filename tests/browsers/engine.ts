/** A real browser with one page, driven the same way whichever protocol it speaks. */
export type Engine = {
  open: (url: string) => Promise<void>;
  /** Calls `act` in the page. It is sent as text, so it may use nothing from around it but its arguments. */
  evaluate: <Args extends unknown[], T>(act: (...args: Args) => T | Promise<T>, ...args: Args) => Promise<T>;
  close: () => Promise<void>;
};

export type Launch = () => Promise<Engine>;
