import type { Reporter } from './world';

const BAR_WIDTH = 30;
const QUIET_STEPS = 4;

/** Prints each step with the time it took, and a bar where something is long: drawn over in a terminal, in quarters elsewhere. */
export function terminalReport(out: NodeJS.WriteStream): Reporter & { end(): void } {
  let begun: { text: string; at: number } | undefined;
  let shown = -1;

  const end = (): void => {
    if (!begun) return;
    const seconds = ((performance.now() - begun.at) / 1000).toFixed(1);
    out.write(`${out.isTTY ? '\r\u001b[2K' : ''}  ${begun.text} (${seconds} s)\n`);
    begun = undefined;
  };
  const draw = (share: number): void => {
    const full = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
    out.write(`\r\u001b[2K  ${begun?.text ?? ''} ${bar} ${Math.round(share * 100)} %`);
  };
  return {
    end,
    step: (text) => {
      end();
      begun = { text, at: performance.now() };
      shown = -1;
      if (out.isTTY) out.write(`  ${text} …`);
    },
    progress: (_what, share) => {
      const step = Math.floor(share * (out.isTTY ? 100 : QUIET_STEPS));
      if (step <= shown) return;
      shown = step;
      if (out.isTTY) draw(share);
      else if (step > 0) out.write(`  ${begun?.text ?? ''}: ${Math.round(share * 100)} %\n`);
    },
  };
}
