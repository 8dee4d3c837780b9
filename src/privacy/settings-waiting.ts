import type { WaitingSetting, WhichSetting } from '../contract';
import { auditChange } from './audit';
import type { AuditEvent, AuditRole, SettingChange } from './data-sets/audit';
import {
  SETTINGS,
  SETTINGS_KEY,
  type SelfErasureMode,
  type Settings,
  type WaitingChange,
} from './data-sets/settings';
import type { Engine } from './engine';
import { INSTALLATION_REF, noteInstallation, storeMoved } from './installation';
import { persistently } from './persistently';
import { carriedOut, SETTINGS_REF, settingsOf, versionOf, withWaiting } from './settings';
import { changesBetween } from './settings-changes';
import { addDays, toInstant } from './time';

/** For so long a change that erases more than before can be taken back. */
const WAITS_DAYS = 1;

interface Changed {
  before: Settings;
  after: Settings;
}

/** What is to be changed, as `changesBetween` tells it, and the settings with all of it. */
interface Wanted {
  wanted: Settings;
  changes: readonly SettingChange[];
}

/** Where it is as wanted already, nothing is written: by a second click, or before an answer was lost. */
export const changeSettings = (engine: Engine, plan: (before: Settings) => Wanted): Promise<Changed> =>
  writeSettings(engine, (before, now) => {
    const { wanted, changes } = plan(before);
    const later = changes.filter(erasesMore);
    const atOnce = changes.filter((change) => !erasesMore(change));
    const { waiting = [] } = before;
    const taken = waiting.filter((one) => changes.some((change) => isSameSetting(change, one)));
    const waits = later.map((change) => toWaiting(change, toInstant(addDays(now, WAITS_DAYS))));
    // What stands in its place keeps the others as they are in force.
    const kept = later.map((change) => toWaiting(backwards(change), ''));
    return {
      after: withWaiting(kept.reduce(carriedOut, wanted), [
        ...waiting.filter((one) => !taken.includes(one)),
        ...waits,
      ]),
      lines: [
        ['settings-changed', 'administrator', atOnce],
        ['settings-change-waits', 'administrator', later],
        ['settings-change-taken-back', 'administrator', waitingChanges(engine, before, taken)],
      ],
    };
  });

/** Takes back a change that waits; where it is in force already, or was taken back, nothing is changed. */
export async function takeBackWaiting(engine: Engine, which: WhichSetting): Promise<Settings> {
  const { after } = await writeSettings(engine, (before) => {
    const { waiting = [] } = before;
    const taken = waiting.filter((one) => isSameSetting(which, one));
    return {
      after: withWaiting(
        before,
        waiting.filter((one) => !taken.includes(one)),
      ),
      lines: [['settings-change-taken-back', 'administrator', waitingChanges(engine, before, taken)]],
    };
  });
  return after;
}

/** Writes down that changes have come into force since; whoever reads the settings goes by them already. */
export const noteInForce = (engine: Engine): Promise<Changed> =>
  writeSettings(engine, (before) => ({ after: before, lines: [] }));

type Line = readonly [event: AuditEvent, role: AuditRole, changes: readonly SettingChange[]];

type Plan = (before: Settings, now: Date) => { after: Settings; lines: Line[] };

/** In one transaction, with a line for each thing done; all that comes to no line is not written. */
const writeSettings = (engine: Engine, plan: Plan): Promise<Changed> =>
  persistently(engine, () => writeOnce(engine, plan));

async function writeOnce(engine: Engine, plan: Plan): Promise<Changed> {
  const [row, installation] = await engine.store.getAll([SETTINGS_REF, INSTALLATION_REF]);
  const now = engine.now();
  const before = settingsOf(row, now);
  const { after, lines } = plan(before, now);
  const cameIntoForce = row ? changesBetween(engine, row, before) : [];
  const done = [...lines, ['settings-changed', 'system', cameIntoForce] as const].filter(
    ([, , changes]) => changes.length > 0,
  );
  if (done.length === 0) return { before, after: before };
  if (!installation) {
    await noteInstallation(engine);
    return writeOnce(engine, plan);
  }
  const next = { ...after, version: versionOf(before) + 1 };
  await engine.store.transact([
    storeMoved(engine, installation),
    { do: 'set', dataSet: SETTINGS, key: SETTINGS_KEY, row: next, expected: 'guarded' },
    ...done.map(([event, role, changes]) => auditChange(now, { event, role, changes: [...changes] })),
  ]);
  return { before, after: next };
}

/** Whether a change erases what would have stayed, or sooner: 0 days after a removal is never. */
function erasesMore({ setting, before = 0, after = 0, is }: SettingChange): boolean {
  if (setting === 'selfErasure') return is === 'at-once';
  if (setting === 'removedDays') return after !== 0 && (before === 0 || after < before);
  return setting === 'retentionDays' && after < before;
}

/** The changes without those that wait already, as a form that was sent twice has them. */
export const notWaiting = (settings: Settings, changes: readonly SettingChange[]): SettingChange[] =>
  changes.filter(
    (change) =>
      !settings.waiting?.some(
        (one) => isSameSetting(change, one) && (one.days ?? one.choice) === (change.after ?? change.is),
      ),
  );

/** The changes that wait, from what to what. */
export const waitingOf = (engine: Engine, settings: Settings): WaitingSetting[] =>
  (settings.waiting ?? []).flatMap((one) =>
    waitingChanges(engine, settings, [one]).map((change) => ({ ...change, from: one.from })),
  );

const waitingChanges = (
  engine: Engine,
  settings: Settings,
  waiting: readonly WaitingChange[],
): SettingChange[] => changesBetween(engine, settings, waiting.reduce(carriedOut, settings));

/** The change that leads back to what is in force. */
const backwards = ({ setting, dataSet, before, was }: SettingChange): SettingChange => ({
  setting,
  ...(dataSet !== undefined && { dataSet }),
  ...(before !== undefined && { after: before }),
  ...(was !== undefined && { is: was }),
});

const isSameSetting = (
  { setting, dataSet }: Pick<SettingChange, 'setting' | 'dataSet'>,
  other: WaitingChange,
): boolean => setting === other.setting && dataSet === other.dataSet;

const toWaiting = ({ setting, dataSet, after, is }: SettingChange, from: string): WaitingChange => ({
  setting: setting as WaitingChange['setting'],
  from,
  ...(dataSet !== undefined && { dataSet }),
  ...(after !== undefined && { days: after }),
  ...(is !== undefined && { choice: is as SelfErasureMode }),
});
