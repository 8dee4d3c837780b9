import { readBody, type StreamedResponse } from '../../src/atlassian/answers';

const LIMIT = 100;
const streamed = (response: Response): StreamedResponse => response;

describe('A body of limited size', () => {
  test('is read whole up to the limit, in characters of several bytes, too', async () => {
    await expect(readBody(streamed(new Response('x'.repeat(LIMIT))), LIMIT)).resolves.toBe('x'.repeat(LIMIT));
    await expect(readBody(streamed(new Response('ü'.repeat(50))), LIMIT)).resolves.toBe('ü'.repeat(50));
    await expect(readBody(streamed(new Response(null)), LIMIT)).resolves.toBe('');
  });

  test('is read in characters that stand in two pieces of a stream', async () => {
    const bytes = new TextEncoder().encode('für');
    const pieces = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of [bytes.slice(0, 2), bytes.slice(2)]) controller.enqueue(piece);
        controller.close();
      },
    });
    await expect(readBody(streamed(new Response(pieces)), LIMIT)).resolves.toBe('für');
  });

  test('is left where it announces more', async () => {
    const response = new Response('{}', { headers: { 'content-length': '101' } });
    await expect(readBody(streamed(response), LIMIT)).resolves.toBeUndefined();
  });

  test('is read no further than the limit where it announces nothing', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(40));
      },
    });
    await expect(readBody(streamed(new Response(endless)), LIMIT)).resolves.toBeUndefined();
    expect(pulled).toBeLessThan(6);
  });

  test('is read as text where the runtime gives no stream', async () => {
    const plain = (text: string) =>
      ({ headers: new Headers(), text: async () => text }) as unknown as StreamedResponse;
    await expect(readBody(plain('{}'), LIMIT)).resolves.toBe('{}');
    await expect(readBody(plain('x'.repeat(LIMIT + 1)), LIMIT)).resolves.toBeUndefined();
  });
});
