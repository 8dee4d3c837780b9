import { createHmac } from 'node:crypto';
import type { LocalForge } from '../../local/forge';
import type { WebTriggerRequest } from '../../local/web-trigger/types';

export interface Call {
  body: string;
  timestamp: number;
  /** Differs from what is sent, where the signature is to be wrong. */
  signedBody?: string;
  headers?: Record<string, string | string[]>;
  method?: string;
  /** Whether the signature is written in capitals. */
  capitals?: boolean;
}

/** A system that signs with a secret, made here from the description and not from the app's code. */
export function signedRequest(secret: string, call: Call): WebTriggerRequest {
  const { body, timestamp, signedBody = body } = call;
  const signature = createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`${timestamp}.${signedBody}`, 'utf8')
    .digest('hex');
  return {
    method: call.method ?? 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Privacy-Timestamp': String(timestamp),
      'X-Privacy-Signature': call.capitals ? signature.toUpperCase() : signature,
      ...call.headers,
    },
    body,
  };
}

/** Sends a request to the webhook and gives the answer as `status outcome`. */
export async function send(forge: LocalForge, request: WebTriggerRequest): Promise<string> {
  const { statusCode, body } = await forge.webTrigger('personal-data-webhook', request);
  return `${statusCode} ${/^\{"answer":"([a-z-]+)"\}$/.exec(body)?.[1] ?? 'other'}`;
}

export const secondsOf = (forge: LocalForge): number => Math.floor(forge.clock.now() / 1000);
