import type { DataMap } from '../../storage/data-set';
import { ADMINISTRATOR } from './administrator';
import { AUDIT } from './audit';
import { COHORT, REGISTER } from './cohort';
import { ERASURE_JOB } from './erasure-job';
import { FIGURES } from './figures';
import { INSTALLATION } from './installation';
import { MARKER } from './marker';
import { NOTICE_ARCHIVE, NOTICE_READERS, NOTICE_TEXT } from './notice-archive';
import { PERSON, STANDING } from './registration';
import { REPORTING, REPORTING_CYCLES } from './reporting';
import { RECEIPT, RECEIPT_HEAD } from './receipt';
import { RELAY } from './relay';
import { REQUEST } from './request';
import { SCAN } from './scan';
import { PEPPER, SETTINGS } from './settings';
import { WEBHOOK, WEBHOOK_SECRET } from './webhook';
import { TAKEN_REQUEST } from './webhook-request';

/** What the engine itself keeps, to be joined with what the features keep. */
export const ENGINE_DATA_SETS: DataMap = [
  PERSON,
  STANDING,
  COHORT,
  REGISTER,
  REQUEST,
  MARKER,
  ERASURE_JOB,
  RECEIPT,
  RECEIPT_HEAD,
  SCAN,
  RELAY,
  FIGURES,
  INSTALLATION,
  REPORTING,
  REPORTING_CYCLES,
  AUDIT,
  ADMINISTRATOR,
  SETTINGS,
  PEPPER,
  NOTICE_ARCHIVE,
  NOTICE_TEXT,
  NOTICE_READERS,
  WEBHOOK,
  TAKEN_REQUEST,
  WEBHOOK_SECRET,
];
