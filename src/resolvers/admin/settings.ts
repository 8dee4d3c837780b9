import * as v from 'valibot';
import type { RetentionPreview, SettingsView } from '../../contract';
import { engine } from '../../app';
import { isIssueVisible } from '../../atlassian/issues';
import { LEGAL_BASES } from '../../privacy/data-sets/legal-bases';
import { SELF_ERASURES, WAITING_SETTINGS, type Settings } from '../../privacy/data-sets/settings';
import { Refused } from '../../privacy/errors';
import { previewRetention as preview } from '../../privacy/retention/preview';
import { totalsKept } from '../../privacy/retention/totals';
import { saveSettings as save, settingsView } from '../../privacy/settings/form';
import { periodSets, readSettings } from '../../privacy/settings/settings';
import { takeBackWaiting } from '../../privacy/settings/waiting';
import { forAdmin } from '../define';
import { jiraId, nothing } from '../payloads';

/** Which names and numbers are right says the data map: `saveSettings` names what to correct. */
const retentionDays = v.record(v.pipe(v.string(), v.maxLength(50)), v.number());

export const getSettings = forAdmin(nothing, async (): Promise<SettingsView> =>
  shown(await readSettings(engine)),
);

const shown = async (settings: Settings): Promise<SettingsView> => ({
  ...settingsView(engine, settings),
  totals: await totalsKept(engine, settings),
});

export const saveSettings = forAdmin(
  v.strictObject({
    // A form that does not say what it was loaded with overwrites nothing that anybody saved.
    version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    retentionDays,
    selfErasure: v.picklist(SELF_ERASURES, 'Choose one of the two.'),
    removedDays: v.number(),
    keepTotals: v.optional(v.boolean()),
    controllerPage: v.optional(v.union([jiraId, v.literal('none')], 'Give the numeric ID of a work item.')),
    bases: v.optional(
      v.record(
        v.pipe(v.string(), v.maxLength(50)),
        v.picklist([...LEGAL_BASES, 'not-chosen'], 'Choose from the list.'),
      ),
    ),
  }),
  async (wanted): Promise<SettingsView> => {
    await assertSeen(wanted.controllerPage);
    return shown(await save(engine, wanted));
  },
);

/** A page that is shown to everybody has to be there. One that was saved before is not asked for again. */
async function assertSeen(page: string | undefined): Promise<void> {
  if (page === undefined || page === 'none' || page === (await readSettings(engine)).controllerPage) return;
  const visible = await isIssueVisible(page);
  if (visible === 'no-answer')
    throw new Refused('TRY_LATER', 'Jira did not answer. Nothing was saved; try again.');
  if (visible) return;
  throw new Refused('INVALID', 'Nothing was saved; correct it and try again.', {
    controllerPage: 'You cannot see this work item. Choose one that everybody can see.',
  });
}

const hasPeriod = (name: unknown): boolean => periodSets(engine).some((set) => set.name === name);

export const takeBackSetting = forAdmin(
  v.strictObject({
    setting: v.picklist(WAITING_SETTINGS, 'Choose a setting from the list.'),
    dataSet: v.optional(v.custom<string>(hasPeriod, 'Name records that have a period.')),
  }),
  async ({ setting, dataSet }): Promise<SettingsView> =>
    shown(await takeBackWaiting(engine, { setting, ...(dataSet !== undefined && { dataSet }) })),
);

export const previewRetention = forAdmin(
  v.strictObject({ retentionDays: v.optional(retentionDays) }),
  (wanted): Promise<RetentionPreview> => preview(engine, wanted.retentionDays),
);
