import { at } from '../lib/root.mjs';
import { isFresh } from '../lib/stamp.mjs';
import { products } from '../lib/products.mjs';
import { pageRules } from '../manifest/page-rules';
import { forgeTool } from './forge-tool';
import { noneOf, ok, toDo, wrong, type Finding } from './finding';
import type { Project } from './project';

/** A cold start of the deployed functions reads and parses all of it. */
export const MOST_BUNDLE_BYTES = 1_250_000;

/** Of a manifest, by Atlassian's validator. */
export interface Complaint {
  level: string;
  message: string;
  line?: number;
}

const errorsIn = (complaints: Complaint[]): string[] =>
  complaints
    .filter(({ level }) => level === 'error')
    .map(({ message, line }) => `${line === undefined ? '' : `line ${line}: `}${message}`);

/** Of an app ID that is missing or is none: what to do about that has a line of its own. */
const APP_ID = /^app (?:must have required property 'id'|property id .*must match pattern)/;

export async function validator({ root, manifestFile }: Project): Promise<Finding[]> {
  return validatorFindings(...(await forgeTool<[Complaint[]]>(root, 'validate.cjs', manifestFile)));
}

export function validatorFindings(complaints: readonly Complaint[]): Finding[] {
  const others = complaints.filter(({ message }) => !APP_ID.test(message));
  return noneOf("Atlassian's validator", errorsIn(others), 'finds no error');
}

export interface LintReport {
  files: number;
  problems: { level: string; file: string; message: string }[];
}

export async function linter({ root, manifestFile }: Project): Promise<Finding[]> {
  const calls = at('scripts/manifest/atlassian-calls.json');
  return lintFindings(...(await forgeTool<[LintReport]>(root, 'lint.cjs', calls, manifestFile)));
}

export function lintFindings(report: LintReport): Finding[] {
  const others = report.problems.filter(({ message }) => !APP_ID.test(message));
  const problems = others.map(({ file, message }) => `${file}: ${message}`);
  return noneOf("Atlassian's linter", problems, `finds nothing in ${report.files} files`);
}

export async function bundle({ root }: Project): Promise<Finding[]> {
  const what = "Atlassian's bundler";
  try {
    const { bytes } = await forgeTool<{ bytes: number }>(root, 'bundle.cjs');
    const size = `${Math.round(bytes / 1000).toLocaleString('en')} KB of functions`;
    return bytes <= MOST_BUNDLE_BYTES
      ? [ok(what, size)]
      : [wrong(what, `${size}: a cold start reads all of it`)];
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    return [wrong(what, `src/ does not compile: ${stderr.trim().split('\n')[0] ?? ''}`, 'npm run types')];
  }
}

const PAGES = products.filter(({ name }) => name.startsWith('page-'));

/** The pages are made of what static/ says now, and the production policy lets them run. */
export async function pages({ root, manifest }: Project, made = PAGES): Promise<Finding[]> {
  const fresh = await Promise.all(made.map(isFresh));
  const stale = made
    .filter((_, position) => !fresh[position])
    .map(({ name }) => name.replace('page-', 'static/'));
  if (stale.length > 0)
    return [toDo('pages', `not built from what is there now: ${stale.join(', ')}`, 'npm run build')];
  const problems = manifest.resources.flatMap(({ path }) => pageRules(`${root}/${path}`));
  return noneOf('pages', problems, `${made.length} built, from what is there now`);
}
