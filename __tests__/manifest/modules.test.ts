import { exportedNames, queueKeys } from '../../scripts/manifest/app-code';
import {
  functionRules,
  keyRules,
  outsideRules,
  placeRules,
  runtimeRules,
  scheduleRules,
  timeoutRules,
} from '../../scripts/manifest/module-rules';
import { afterChange, modulesOf, readManifest, type Manifest, type Module } from './read-manifest';

const manifest = readManifest();
const RULES = {
  functionRules,
  keyRules,
  outsideRules,
  placeRules,
  runtimeRules,
  scheduleRules,
  timeoutRules,
};

const add = (kind: string, module: Module) => (changed: Manifest) =>
  (changed.modules[kind] = [...modulesOf(changed, kind), module]);

const schedules = (changed: Manifest) =>
  (changed.modules['scheduledTrigger'] = Array.from({ length: 6 }, (_, i) => ({
    key: `s${i}`,
    interval: 'day',
  })));

function slowPage(changed: Manifest) {
  const page = changed.modules.function.find(({ key }) => key === 'user-resolver');
  Object.assign(page ?? {}, { timeoutSeconds: 56 });
}

function endlessJob(changed: Manifest) {
  const job = changed.modules.function.find(({ key }) => key === 'run-job');
  Object.assign(job ?? {}, { timeoutSeconds: 901 });
}

describe('the modules', () => {
  it.each(Object.entries(RULES))('keep to %s', (_, rule) => {
    expect(rule(manifest)).toEqual([]);
  });

  it.each<[string, keyof typeof RULES, (changed: Manifest) => unknown]>([
    ['a key of another module', 'keyRules', add('webtrigger', { key: 'daily' })],
    ['a function that is not there', 'functionRules', add('trigger', { key: 't', function: 'missing' })],
    ['a function nobody calls', 'functionRules', add('function', { key: 'idle', handler: 'index.idle' })],
    ['a sixth schedule', 'scheduleRules', schedules],
    ['a page that may take 56 s', 'timeoutRules', slowPage],
    ['a job that may take 901 s', 'timeoutRules', endlessJob],
    ['a second page under Apps', 'placeRules', add('jira:globalPage', { key: 'more', layout: 'native' })],
    ['a page in a layout of before', 'placeRules', add('jira:adminPage', { key: 'old', layout: 'basic' })],
    ['no context', 'placeRules', (changed) => delete changed.modules['jira:issueContext']],
    [
      'a context for some',
      'placeRules',
      add('jira:issueContext', { key: 'some', displayConditions: { isAdmin: true } }),
    ],
    ['remotes', 'outsideRules', (changed) => (changed['remotes'] = [])],
    ['providers', 'outsideRules', (changed) => (changed['providers'] = {})],
    ['egress', 'outsideRules', (changed) => (changed.permissions['external'] = {})],
    ['a dynamic web trigger', 'outsideRules', add('webtrigger', { key: 'w', function: 'run-job' })],
    ['an older runtime', 'runtimeRules', (changed) => (changed.app.runtime.name = 'nodejs22.x')],
    ['2 GB of memory', 'runtimeRules', (changed) => (changed.app.runtime.memoryMB = 2048)],
  ])('would be refused with %s', (_, rule, change) => {
    expect(afterChange(RULES[rule], change)).not.toEqual([]);
  });
});

describe('src/index.ts', () => {
  it('exports every handler and nothing else', () => {
    const handlers = manifest.modules.function.map(({ handler }) => handler.replace(/^index\./, ''));
    expect(exportedNames().sort()).toEqual([...new Set(handlers)].sort());
  });
});

describe('the queues', () => {
  it('are those the code pushes to', () => {
    const consumed = modulesOf(manifest, 'consumer').map(({ queue }) => queue);
    expect([...queueKeys()].sort()).toEqual([...new Set(consumed)].sort());
  });
});
