import * as v from 'valibot';
import type { RetentionPreview, SettingsView } from '../../contract';
import { engine } from '../../app';
import { isIssueVisible } from '../../atlassian/ask-jira';
import {
  SELF_ERASURES,
  WAITING_SETTINGS,
  LEGAL_BASES,
  type Settings,
} from '../../privacy/data-sets/settings';
import { Refused } from '../../privacy/errors';
import { withNoticeNoted } from '../../privacy/notice/archive';
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
    selfErasure: v.picklist(SELF_ERASURES),
    removedDays: v.number(),
    keepTotals: v.optional(v.boolean()),
    controllerPage: v.optional(v.union([jiraId, v.literal('none')])),
    bases: v.optional(
      v.record(v.pipe(v.string(), v.maxLength(50)), v.picklist([...LEGAL_BASES, 'not-chosen'])),
    ),
  }),
  async (wanted, { acting }): Promise<SettingsView> => {
    await assertSeen(wanted.controllerPage);
    return shown(await withNoticeNoted(engine, () => save(acting, wanted)));
  },
);

/** A page that is shown to everybody has to be there. One that was saved before is not asked for again. */
async function assertSeen(page: string | undefined): Promise<void> {
  if (page === undefined || page === 'none' || page === (await readSettings(engine)).controllerPage) return;
  const visible = await isIssueVisible(page);
  if (visible === 'no-answer') throw new Refused('TRY_LATER', 'refused.jira-silent');
  if (visible) return;
  throw new Refused('INVALID', 'refused.correct-form', {
    controllerPage: 'refused-admin.work-item-for-everybody',
  });
}

const hasPeriod = (name: unknown): boolean => periodSets(engine).some((set) => set.name === name);

export const takeBackSetting = forAdmin(
  v.strictObject({
    setting: v.picklist(WAITING_SETTINGS),
    dataSet: v.optional(v.custom<string>(hasPeriod)),
  }),
  async ({ setting, dataSet }, { acting }): Promise<SettingsView> =>
    shown(
      await withNoticeNoted(engine, () =>
        takeBackWaiting(acting, { setting, ...(dataSet !== undefined && { dataSet }) }),
      ),
    ),
);

export const previewRetention = forAdmin(
  v.strictObject({ retentionDays: v.optional(retentionDays) }),
  (wanted): Promise<RetentionPreview> => preview(engine, wanted.retentionDays),
);
