import type { WaitingSetting, WhichSetting } from '../../contract';
import { auditChange } from '../audit';
import type { AuditEvent, AuditRole, SettingChange, SettingChoice } from '../data-sets/audit';
import { SETTINGS, SETTINGS_KEY, type Settings, type WaitingChange } from '../data-sets/settings';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { INSTALLATION_REF, noteInstallation, storeMoved } from '../installation';
import { persistently } from '../persistently';
import { erasesMore } from './erases-more';
import { carriedOut, SETTINGS_REF, settingsOf, versionOf, withWaiting, type SettingValue } from './settings';
import { changesBetween } from './changes';
import { addDays, toInstant } from '../time';

/** For so long a change that erases more than before can be taken back. */
const WAITS_DAYS = 1;

/** From when a change is in force that erases more. */
export const waitsUntil = (now: Date): string => toInstant(addDays(now, WAITS_DAYS));

interface Changed {
  before: Settings;
  after: Settings;
}

/**
 * Saves settings. What erases more than before waits; where it is as wanted already, nothing is written: by a second
 * click, or before an answer was lost.
 * @param check refuses by throwing, given what is new: what waits already is not
 */
export const changeSettings = (
  engine: Engine,
  wantedOf: (before: Settings) => Settings,
  check: (before: Settings, changes: readonly SettingChange[]) => void,
): Promise<Changed> =>
  writeSettings(engine, (before, now) => {
    const wanted = wantedOf(before);
    const all = changesBetween(engine, before, wanted);
    const changes = notWaiting(before, all);
    check(before, changes);
    const later = changes.filter(erasesMore);
    const atOnce = changes.filter((change) => !erasesMore(change));
    const { waiting = [] } = before;
    const taken = waiting.filter((one) => changes.some((change) => isSameSetting(change, one)));
    const waits = later.map((change) => ({ ...valueAfter(change), from: waitsUntil(now) }));
    // Nothing that erases more is in force with this, also where it waits already and is asked for again.
    const inForce = all.filter(erasesMore).map(valueBefore).reduce(carriedOut, wanted);
    return {
      after: withWaiting(inForce, [...waiting.filter((one) => !taken.includes(one)), ...waits]),
      lines: [
        ['settings-changed', 'administrator', atOnce],
        ['settings-change-waits', 'administrator', later],
        ['settings-change-taken-back', 'administrator', waitingChanges(engine, before, taken)],
      ],
    };
  });

/**
 * Takes back a change that waits.
 * @throws Refused where it waits no more, as whoever clicks late has to know
 */
export async function takeBackWaiting(engine: Engine, which: WhichSetting): Promise<Settings> {
  let waited = false;
  const { after } = await writeSettings(engine, (before) => {
    const { waiting = [] } = before;
    const taken = waiting.filter((one) => isSameSetting(which, one));
    // A plan that is made again after a lost answer finds its own work done.
    waited ||= taken.length > 0;
    return {
      after: withWaiting(
        before,
        waiting.filter((one) => !taken.includes(one)),
      ),
      lines: [['settings-change-taken-back', 'administrator', waitingChanges(engine, before, taken)]],
    };
  });
  if (!waited) throw waitsNoMore();
  return after;
}

/** Nothing is there to take back. */
export const waitsNoMore = (): Refused => new Refused('CONFLICT', 'refused-admin.change-not-waiting');

/** Writes down that changes have come into force since; whoever reads the settings goes by them already. */
export async function noteInForce(engine: Engine): Promise<Settings> {
  const { after } = await writeSettings(engine, (before) => ({ after: before, lines: [] }));
  return after;
}

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
  const byHand = lines.filter(([, , changes]) => changes.length > 0);
  const cameIntoForce = row ? changesBetween(engine, row, before) : [];
  const bySystem: Line[] = cameIntoForce.length > 0 ? [['settings-changed', 'system', cameIntoForce]] : [];
  const done = [...byHand, ...bySystem];
  if (done.length === 0) return { before, after: before };
  if (!installation) {
    await noteInstallation(engine);
    return writeOnce(engine, plan);
  }
  // What only came into force is in the version of `before` already.
  const next = { ...after, version: versionOf(before) + (byHand.length > 0 ? 1 : 0) };
  await engine.store.transact([
    storeMoved(engine, installation),
    { do: 'set', dataSet: SETTINGS, key: SETTINGS_KEY, row: next, expected: 'guarded' },
    ...done.map(([event, role, changes]) => auditChange(now, { event, role, changes: [...changes] })),
  ]);
  return { before, after: next };
}

/** The changes without those that wait already, as a form that was sent twice has them. */
const notWaiting = (settings: Settings, changes: readonly SettingChange[]): SettingChange[] =>
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

const isSameSetting = (
  { setting, dataSet }: Pick<SettingChange, 'setting' | 'dataSet'>,
  other: WaitingChange,
): boolean => setting === other.setting && dataSet === other.dataSet;

const valueBefore = ({ before, was, ...which }: SettingChange): SettingValue => valueOf(which, before, was);
const valueAfter = ({ after, is, ...which }: SettingChange): SettingValue => valueOf(which, after, is);

const valueOf = (
  { setting, dataSet }: Pick<SettingChange, 'setting' | 'dataSet'>,
  days: number | undefined,
  choice: SettingChoice | undefined,
): SettingValue => ({
  setting: setting as SettingValue['setting'],
  ...(dataSet !== undefined && { dataSet }),
  ...(days !== undefined && { days }),
  ...(choice !== undefined && { choice: choice as NonNullable<SettingValue['choice']> }),
});
