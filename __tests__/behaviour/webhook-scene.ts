import type { LocalForgeOptions } from '../../local/forge';
import type { WebTriggerRequest } from '../../local/web-trigger/types';
import { PEOPLE } from '../setup/test-site';
import { useForge, type TestApp } from '../setup/use-forge';
import { secondsOf, send, signedRequest, type Call } from './webhook-caller';

const MINUTE_MS = 60_000;

/** The app with an enabled webhook, and Anna and Ben, who logged time. */
export interface WebhookScene {
  readonly app: TestApp;
  readonly secret: string;
  admin(): ReturnType<TestApp['person']>;
  /** A body with these fields and a request ID of its own. */
  bodyOf(fields: object): string;
  closed(...ids: string[]): string;
  request(body: string, call?: Partial<Call>, key?: string): WebTriggerRequest;
  call(body: string, more?: Partial<Call>, key?: string): Promise<string>;
  settle(): Promise<unknown>;
}

export function useWebhook(options: Partial<LocalForgeOptions> = {}): WebhookScene {
  const app = useForge(options);
  let secret = '';
  let count = 0;
  const admin = () => app.person(PEOPLE.admin);
  beforeEach(async () => {
    await app.person(PEOPLE.anna).log('2026-02-27');
    await app.person(PEOPLE.ben).log('2026-02-27');
    ({ secret } = await admin().admin('enableWebhook'));
  });
  const bodyOf = (fields: object): string =>
    JSON.stringify({ subject_request_id: `request-${(count += 1)}`, ...fields });
  const request = (body: string, call: Partial<Call> = {}, key = secret): WebTriggerRequest =>
    signedRequest(key, { body, timestamp: secondsOf(app.forge), ...call });
  return {
    app,
    get secret() {
      return secret;
    },
    admin,
    bodyOf,
    closed: (...ids) => bodyOf({ accounts: ids.map((accountId) => ({ accountId, status: 'closed' })) }),
    request,
    call: (body, more, key) => send(app.forge, request(body, more, key)),
    settle: () => app.forge.clock.advance(MINUTE_MS),
  };
}
