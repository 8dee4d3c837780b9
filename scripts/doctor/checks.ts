import { appId, eligibility, entities, icons, licence, modules, scopes } from './declared';
import { toDo, wrong, type Finding } from './finding';
import { forgeFinding, forgeVersion, nodeFinding } from './machine';
import { openProject, type Project } from './project';
import { bundle, linter, pages, validator } from './tools';

type Check = (project: Project) => Finding[] | Promise<Finding[]>;

/** In the order in which people would put right what they find. */
const CHECKS: Record<string, Check> = { modules, entities, scopes, eligibility, licence };
/** What looks for the built pages, and finds only that they are missing where they are. */
const AFTER_BUILD: Record<string, Check> = { validator, icons };
/** What takes code, pages and manifest together, and so has nothing to say where one of them is wrong. */
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
  const declared = await carryOut({ ...CHECKS, pages }, project);
  if (declared.some(({ what, state }) => what === 'pages' && state === 'to do')) {
    const rest = toDo('the rest', 'looked at when the pages are built', 'npm run build');
    return [...machine, ...declared, rest, ...appId(project)];
  }
  const built = await carryOut(AFTER_BUILD, project);
  const broken = built.some(({ state }) => state === 'wrong');
  const compiled = broken ? [] : await carryOut(COMPILING, project);
  return [...machine, ...declared, ...built, ...compiled, ...appId(project)];
}

async function carryOut(checks: Record<string, Check>, project: Project): Promise<Finding[]> {
  const found = Object.entries(checks).map(([name, check]) => carriedOut(name, check, project));
  return (await Promise.all(found)).flat();
}
