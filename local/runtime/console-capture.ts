import { format } from 'node:util';

const LEVELS = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/** Sends what an invocation prints to its log; what is printed elsewhere is printed as before. */
export function captureConsole(logOf: () => ((line: string) => void) | undefined): void {
  for (const level of LEVELS) {
    const print = console[level].bind(console);
    console[level] = (...args: unknown[]): void => {
      const log = logOf();
      if (log) log(`${level.toUpperCase()} ${format(...args)}`);
      else print(...args);
    };
  }
}
