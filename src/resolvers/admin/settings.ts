import * as v from 'valibot';
import type { RetentionPreview, SettingsView } from '../../contract';
import { engine } from '../../app';
import { SELF_ERASURES, type Settings } from '../../privacy/data-sets/settings';
import { previewRetention as preview } from '../../privacy/retention/preview';
import { totalsKept } from '../../privacy/retention/totals';
import { saveSettings as save, settingsView } from '../../privacy/settings-form';
import { readSettings } from '../../privacy/settings';
import { forAdmin } from '../define';
import { nothing } from '../payloads';

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
  }),
  async (wanted): Promise<SettingsView> => shown(await save(engine, wanted)),
);

export const previewRetention = forAdmin(
  v.strictObject({ retentionDays: v.optional(retentionDays) }),
  (wanted): Promise<RetentionPreview> => preview(engine, wanted.retentionDays),
);
