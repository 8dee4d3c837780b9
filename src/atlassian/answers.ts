import type { APIResponse } from '@forge/api';
import type { ReportFailure } from '../privacy/engine';

/** A response as @forge/api declares it; where the runtime has it, with its body as a stream. */
export type StreamedResponse = APIResponse & { body?: ReadableStream<Uint8Array> | null };

/** The text of a body of at most so many bytes, or undefined for a longer one, of which no more is read than that. */
export async function readBody(response: StreamedResponse, mostBytes: number): Promise<string | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await dropBody(response);
    return undefined;
  }
  if (response.body) return readStream(response.body, mostBytes);
  const text = await response.text();
  return text.length > mostBytes ? undefined : text;
}

/** Lets go of a body that nobody reads. */
export const dropBody = async ({ body }: StreamedResponse): Promise<void> => body?.cancel();

/** The value of a body; undefined if it is not JSON. */
export function parsedJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

async function readStream(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  // Leaving the loop cancels the stream.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const FAILURES: Readonly<Record<number, ReportFailure>> = {
  400: 'malformed',
  401: 'not-consented',
  403: 'forbidden',
  429: 'rate-limited',
  503: 'unavailable',
};

/** Why there is no answer, by the status of the response; `undefined` if no response came. */
export function failureOf(status: number | undefined): ReportFailure {
  if (status === undefined) return 'no-answer';
  return FAILURES[status] ?? (status >= 500 ? 'server-error' : 'unexpected');
}

/** The status in an error of Forge's own proxy; the error of a cut connection has none. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
