import type { APIResponse } from '@forge/api';

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
