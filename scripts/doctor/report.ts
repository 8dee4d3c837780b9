import type { Finding } from './finding';

const STATE_WIDTH = 5;

/** One line for each finding. */
export function reportLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings.map(({ state, what, says, command }) => {
    const advice = command === undefined ? '' : ` (${command})`;
    return `${state.padEnd(STATE_WIDTH)}  ${what.padEnd(width)}  ${says}${advice}`;
  });
}

const DEPLOY = 'forge deploy --environment development';

/** What to do next: what is wrong comes first, then what is left to do, then the deploy itself. */
export function nextStep(findings: readonly Finding[]): string {
  const faults = findings.filter(({ state }) => state === 'wrong');
  const [fault] = faults;
  if (fault) {
    const count = faults.length === 1 ? 'One thing is wrong' : `${faults.length} things are wrong`;
    return `${count}. Put that right first: ${fault.what}${fault.command === undefined ? '' : `, with ${fault.command}`}.`;
  }
  const step = findings.find(({ command }) => command !== undefined);
  return step?.command === undefined ? `Next: ${DEPLOY}` : `Next: ${step.command}`;
}
