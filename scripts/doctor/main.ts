/** Looks at everything that can be looked at before a deploy, here or in another folder; see docs/operating.md. */
import path from 'node:path';
import { at } from '../lib/root.mjs';
import { examined } from './checks';
import { nextStep, reportLines } from './report';

async function main(): Promise<void> {
  const findings = await examined(path.resolve(process.argv[2] ?? at()));
  console.log(reportLines(findings).join('\n'));
  console.log(`\n${nextStep(findings)}`);
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
}

void main();
