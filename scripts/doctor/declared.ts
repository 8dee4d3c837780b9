import { readFileSync } from 'node:fs';
import { entityRules, ENTITIES_AT_MOST, reserveRules } from '../manifest/entity-rules';
import { iconRules, iconsOf } from '../manifest/icon-rules';
import { allModules } from '../manifest/manifest';
import {
  functionRules,
  keyRules,
  outsideRules,
  runtimeRules,
  placeRules,
  scheduleRules,
  timeoutRules,
} from '../manifest/module-rules';
import { scopeRules } from '../manifest/scope-rules';
import { usage } from '../manifest/usage';
import { noneOf, ok, toDo, wrong, type Finding } from './finding';
import type { Project } from './project';

/** Of the made-up app ID that this repository comes with; `forge register` puts another in its place. */
const MADE_UP = '5d1f7d0e-6a51-4c0e-9c5c-6a3f6f1f2b60';
const APP_ID = /^ari:cloud:ecosystem::app\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function appId({ manifest }: Project): Finding[] {
  const { id } = manifest.app;
  if (id === undefined || id === null || id === '')
    return [toDo('app ID', 'there is none', 'forge register')];
  if (typeof id !== 'string' || !APP_ID.test(id))
    return [wrong('app ID', 'app.id is no app ID: take the line out', 'forge register')];
  return id.endsWith(MADE_UP)
    ? [toDo('app ID', 'the made-up one of this repository', 'forge register')]
    : [ok('app ID', id.split('/').pop() ?? id)];
}

export function entities({ manifest }: Project): Finding[] {
  const problems = entityRules(manifest);
  const reserve = reserveRules(manifest);
  // A deploy would still go through: what is short is room for what comes after it.
  if (problems.length === 0 && reserve.length > 0) return reserve.map((rule) => toDo('entities', rule));
  const { length } = manifest.app.storage.entities;
  return noneOf('entities', problems, `${length} of ${ENTITIES_AT_MOST}, with their indexes and attributes`);
}

export function modules({ manifest }: Project): Finding[] {
  const rules = [keyRules, functionRules, placeRules, timeoutRules, scheduleRules, runtimeRules];
  const problems = rules.flatMap((rule) => rule(manifest));
  return noneOf('modules', problems, `${allModules(manifest).length}, with their functions, times and keys`);
}

export function eligibility({ manifest }: Project): Finding[] {
  return noneOf(
    'Runs on Atlassian',
    outsideRules(manifest),
    'nothing reaches outside: no egress, remote or provider, and static web triggers',
  );
}

/** The app is free: what a licence block would change stands in docs/marketplace.md. */
export function licence({ manifest }: Project): Finding[] {
  return 'licensing' in manifest.app
    ? [wrong('licence', 'app.licensing is for paid apps: take it away, or read docs/marketplace.md')]
    : [ok('licence', 'no licence block: the app is free')];
}

export function icons({ manifest, root }: Project): Finding[] {
  return noneOf('icons', iconRules(manifest, root), `${iconsOf(manifest).length}, deployed with the app`);
}

export function scopes({ manifest, manifestFile }: Project): Finding[] {
  const problems = scopeRules(manifest, readFileSync(manifestFile, 'utf8'), usage());
  return noneOf(
    'scopes',
    problems,
    `${manifest.permissions.scopes.length}, each with its call and its reason`,
  );
}
