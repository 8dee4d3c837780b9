import { answerWebTrigger, isWebTrigger } from '../../../local/site/web-trigger-door';
import type { LocalForge } from '../../../local/contract';
import type { WebTriggerRequest } from '../../../local/web-trigger/types';
import { endSampleSite, send, startSampleSite, type SampleSite } from './sample-site';

let sample: SampleSite;

beforeAll(async () => {
  sample = await startSampleSite();
}, 60_000);

afterAll(() => endSampleSite(sample));

describe('a web trigger’s URL', () => {
  test('is open to everyone, and only while it exists', async () => {
    const foreign = { origin: 'https://desk.example', 'content-type': 'text/plain' };
    const answer = await send(sample.site, '/public/unknown', {
      method: 'POST',
      headers: foreign,
      body: 'hello',
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('no such web trigger');
  });

  test('hands on method, body, path and query, and the answer back', async () => {
    const { forge } = await sample.site.world();
    let asked: string | undefined;
    const byKey = {
      webTrigger: (url: string, request: WebTriggerRequest) => {
        asked = url;
        return forge.webTrigger('hook', request);
      },
    } as unknown as LocalForge;
    const request = new Request('http://127.0.0.1/public/abc/more?a=1&a=2', {
      method: 'POST',
      body: 'hello',
    });
    const answer = await answerWebTrigger(request, byKey);
    expect(asked).toBe('http://127.0.0.1/public/abc/more?a=1&a=2');
    expect([answer.status, answer.headers.get('x-said')]).toEqual([202, 'yes']);
    expect(await answer.json()).toEqual({
      method: 'POST',
      body: 'hello',
      userPath: '/more',
      queryParameters: { a: ['1', '2'] },
    });
  });

  test('is told from the pages of Jira', () => {
    expect(
      ['/public/abc', '/public/abc/', '/public/', '/browse/public/a', '/publicity/a'].map(isWebTrigger),
    ).toEqual([true, true, false, false, false]);
  });
});
