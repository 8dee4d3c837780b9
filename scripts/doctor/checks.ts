import { appId, eligibility, entities, icons, licence, modules, scopes } from './declared';
import { wrong, type Finding } from './finding';
import { forgeFinding, forgeVersion, nodeFinding } from './machine';
import { openProject, type Project } from './project';
import { bundle, linter, pages, validator } from './tools';

type Check = (project: Project) => Finding[] | Promise<Finding[]>;

/** In the order in which people would put right what they find. */
const CHECKS: Record<string, Check> = { modules, entities, scopes, eligibility, licence, pages, icons };
/** What takes the code and the manifest together, and so has nothing to say about a manifest that is none. */
const COMPILING: Record<string, Check> = { linter, bundler: bundle };

/** A check that cannot read what is there is a fault of what is there, and no reason to end. */
async function carriedOut(name: string, check: Check, project: Project): Promise<Finding[]> {
  try {
    return await check(project);
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    return [wrong(name, `could not be looked at (${reason}): see what else is wrong first`)];
  }
}

/** Everything that can be known before a deploy without a network. */
export async function examined(root: string): Promise<Finding[]> {
  const machine = [nodeFinding(process.versions.node), forgeFinding(forgeVersion())];
  const project = openProject(root);
  if ('state' in project) return [...machine, project];
  const valid = await carriedOut('validator', validator, project);
  const broken = valid.some(({ state }) => state === 'wrong');
  const later = { ...CHECKS, ...(broken ? {} : COMPILING), appId };
  const found = Object.entries(later).map(([name, check]) => carriedOut(name, check, project));
  return [...machine, ...valid, ...(await Promise.all(found)).flat()];
}
