import type { LocalForge } from '../../../local/forge';
import type { WebTriggerAnswer, WebTriggerRequest } from '../../../local/web-trigger/types';
import { personOf } from '../../behaviour/person';
import { signedRequest } from '../../behaviour/webhook-caller';
import { letWaitingBeInForce } from '../../setup/in-force';
import { storedRows } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import { openTestForge } from '../../setup/test-forge';
import { rowsOf } from '../../setup/rows-of';

/** A secret that signs, and secrets that do not or no longer. */
export interface Secrets {
  valid: string;
  /** Before the last rotation: valid for some days. */
  old: string;
  /** Before the rotation before. */
  retired: string;
  foreign: string;
}

export interface Door {
  forge: LocalForge;
  secrets: Secrets;
}

const MINUTE_MS = 61_000;

/** The app with people, an enabled webhook and two rotations, and another installation with a webhook of its own. */
export async function openDoor(): Promise<Door> {
  const forge = await openTestForge();
  const admin = personOf(forge, PEOPLE.admin);
  for (const who of [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe]) await personOf(forge, who).log('2026-02-27');
  const { secret: retired } = await admin.admin('enableWebhook');
  const { secret: old } = await admin.admin('rotateWebhookSecret');
  const { secret: valid } = await admin.admin('rotateWebhookSecret');
  await admin.admin('setWebhookErasing', { erases: { afterDays: 7, mostADay: 100 } });
  await letWaitingBeInForce(forge);
  forge.schedule.mode.missed = 1;
  const { secret: foreign } = await (await elsewhere(forge)).admin('enableWebhook');
  return { forge, secrets: { valid, old, retired, foreign } };
}

async function elsewhere(forge: LocalForge) {
  const { id } = await forge.installations.create();
  return personOf(forge, PEOPLE.admin, id);
}

export const ANSWERS: Readonly<Record<string, number>> = {
  accepted: 202,
  duplicate: 200,
  'bad-request': 400,
  unauthenticated: 401,
  'too-large': 413,
  'too-many': 429,
  'try-later': 503,
};

/** What is stored apart from what docs/webhook.md says is counted: calls a minute and the list of calls. */
export const kept = ({ forge }: Door): object[] =>
  storedRows(forge).map((row) => {
    const [webhook] = rowsOf([row], 'webhook');
    if (!webhook) return row;
    const { enabled, changedAt, keys } = webhook.value as { [name: string]: unknown; keys: { id: string }[] };
    return { enabled, changedAt, keys: keys.map(({ id }) => id) };
  });

export const everything = ({ forge }: Door): object[] => storedRows(forge);

/** All that invocations have said so far. */
export const said = ({ forge }: Door): string =>
  JSON.stringify(forge.invocations.list().map(({ logs, error, outcome }) => [logs, error, outcome]));

/** Lets a minute pass, so that the key may sign again; nothing else of the app runs meanwhile but what calls led to. */
export const nextMinute = ({ forge }: Door): Promise<unknown> => forge.clock.advance(MINUTE_MS);

export const call = ({ forge }: Door, request: WebTriggerRequest): Promise<WebTriggerAnswer> =>
  forge.webTrigger('personal-data-webhook', request);

export interface Signing {
  secret: string;
  body: string;
  signedBody?: string;
  /** Seconds by which the sender's clock is ahead. */
  aheadSeconds: number;
}

export function signed({ forge }: Door, { aheadSeconds, secret, ...call }: Signing): WebTriggerRequest {
  const timestamp = Math.floor(forge.clock.now() / 1000) + aheadSeconds;
  return signedRequest(secret, { ...call, timestamp });
}
