import type { DataMap } from '../../storage/data-set';
import type { Purpose } from '../../storage/purposes';
import type { LegalBasis } from '../data-sets/legal-bases';
import {
  basisOf,
  keepsTotals,
  removedDaysOf,
  retentionDaysOf,
  selfErasureOf,
  usedPurposes,
} from '../settings/settings';
import { lengthOf } from './describe';
import type { InForce } from './in-force';

/** What the words of the notice depend on: so that they say what is in force, and nothing of what is not. */
export interface Facts {
  /** How long what people enter is kept: `3 years`. */
  period: string;
  /** Deleting everything waits for an administrator. */
  approval: boolean;
  /** Missing where Atlassian’s answer is waited for. */
  removedDays: number | undefined;
  totals: boolean;
  /** Systems of the organisation may report closed accounts and pass on requests. */
  webhook: boolean;
  webhookErasesAfter: number | undefined;
  /** The organisation names a page of its own. */
  page: boolean;
  /** In the order of the list of purposes. */
  uses: ReadonlyArray<{ purpose: Purpose; basis: LegalBasis | undefined }>;
}

export function factsOf(map: DataMap, { settings, webhook }: InForce): Facts {
  const entered = map.find((set) => set.usedFor?.includes('time-recording') && set.retention.days);
  const days = entered && retentionDaysOf(entered, settings);
  const enabled = webhook?.enabled === true;
  return {
    period: lengthOf(days ?? 0),
    approval: selfErasureOf(settings) === 'after-approval',
    removedDays: removedDaysOf(settings),
    totals: keepsTotals(settings),
    webhook: enabled,
    webhookErasesAfter: enabled ? webhook.erasesAfterDays : undefined,
    page: settings.controllerPage !== undefined,
    uses: usedPurposes(settings).map((purpose) => ({ purpose, basis: basisOf(settings, purpose) })),
  };
}

/** Whether the right to object of GDPR art. 21 follows by law for any purpose. */
export const restsOnInterests = ({ uses }: Facts): boolean =>
  uses.some(({ basis }) => basis === 'legitimate-interest' || basis === 'public-task');
