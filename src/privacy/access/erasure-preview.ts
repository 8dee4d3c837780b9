import type { ErasurePreview } from '../../contract';
import { TAKEN_REQUEST } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { countsOf, readSubject } from '../person/subject';
import { rulesOf } from '../retention/totals';
import { keepsTotals, SETTINGS_REF, settingsOf } from '../settings/settings';
import { WEBHOOK_REF } from '../webhook/state';

/** What this app cannot erase, since it lies with Atlassian. */
const OUTSIDE: readonly string[] = [
  'Atlassian backs up everything apps store, to recover from disasters. These backups end by Atlassian’s own schedule.',
  'After an administrator uninstalls the app, Atlassian keeps its storage for 28 days.',
  'Atlassian may list this app in your Atlassian account as one that used your profile.',
];

/** What an erasure of the person would remove and what would stay; removes nothing. */
export async function previewErasure(engine: Engine, accountId: string): Promise<ErasurePreview> {
  const { subject, rows } = await readSubject(engine, accountId, [SETTINGS_REF, WEBHOOK_REF]);
  const [settings, webhook] = rows;
  const totals = keepsTotals(settingsOf(settings, engine.now()))
    ? rulesOf(engine).map(({ into }) => into)
    : [];
  const counts = subject ? countsOf(engine, subject) : {};
  const { map } = engine.store;
  return {
    dataSets: map
      .map(({ name, title, counted }) => ({
        name,
        title,
        records: counts[name] ?? 0,
        ...(counted && { counted }),
      }))
      .filter(({ records }) => records > 0),
    kept: map
      // Where the webhook was never on there is nothing of it to keep.
      .filter(({ name }) => name !== TAKEN_REQUEST.name || webhook !== undefined)
      .filter(({ about, name }) => about === 'pseudonym' || totals.includes(name))
      .filter(({ erasure }) => erasure.effect === 'keep')
      .map(({ title, erasure, retention }) => ({ title, why: `${erasure.words} ${retention.words}` })),
    outside: [...OUTSIDE],
  };
}
