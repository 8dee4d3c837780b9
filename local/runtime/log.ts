import { INVOCATION_LIMITS } from './limits';

/** Collects an invocation's log lines up to Forge's limits; what is beyond them is dropped, once with a note. */
export function createLog(lines: string[], timeoutMs: number): (line: string) => void {
  const most = INVOCATION_LIMITS.logLinesPerMinute * Math.ceil(timeoutMs / 60_000);
  let bytes = 0;
  let full = false;
  return (line) => {
    if (full) return;
    bytes += Buffer.byteLength(line);
    full = lines.length >= most || bytes > INVOCATION_LIMITS.logBytes;
    lines.push(full ? `(log cut: at most ${most} lines and ${INVOCATION_LIMITS.logBytes} bytes)` : line);
  };
}
