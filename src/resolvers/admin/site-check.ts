import * as v from 'valibot';
import type { SiteCheckRun, SiteCheckView } from '../../contract';
import { engine } from '../../app';
import { checkSite as checkStep, siteCheckView } from '../../platform-check/check';
import { forAdmin } from '../define';
import { nothing, token } from '../payloads';

export const getSiteCheck = forAdmin(nothing, (): Promise<SiteCheckView> => siteCheckView(engine));

/** The work looks itself whether the store is in use: its first read is one of what is measured. */
export const checkSite = forAdmin(
  v.strictObject({ run: v.exactOptional(token), untilRefused: v.exactOptional(v.boolean()) }),
  (asked): Promise<SiteCheckRun> => checkStep(engine, asked),
  'checked-by-work',
);
