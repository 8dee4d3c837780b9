import * as v from 'valibot';
import { engine } from '../app';
import { kindOfError } from '../privacy/errors';
import { answerCall, type WebhookAnswer } from '../privacy/webhook/call';

const request = v.object({
  method: v.string(),
  headers: v.record(v.string(), v.array(v.string())),
  body: v.string(),
});

/** The web trigger `personal-data-webhook`: gives the key of one of its static answers, whatever comes. */
export async function onPersonalData(payload: unknown): Promise<{ outputKey: WebhookAnswer }> {
  const outputKey = await answered(payload);
  engine.log('webhook', { answer: outputKey });
  return { outputKey };
}

async function answered(payload: unknown): Promise<WebhookAnswer> {
  try {
    const parsed = v.safeParse(request, payload);
    return parsed.success ? await answerCall(engine, parsed.output) : 'unauthenticated';
  } catch (error) {
    engine.log('webhook-failed', { kind: kindOfError(error) });
    return 'try-later';
  }
}
