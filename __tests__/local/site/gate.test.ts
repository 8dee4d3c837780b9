import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { endSampleSite, send, startSampleSite, type SampleSite } from './sample-site';

let sample: SampleSite;

beforeAll(async () => {
  sample = await startSampleSite();
}, 60_000);

afterAll(() => endSampleSite(sample));

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request that another web page makes', () => {
  test('is refused when the host name only leads here', async () => {
    for (const host of ['evil.example', `evil.example:${sample.site.addresses.port}`, '127.0.0.1:1']) {
      const answer = await send(sample.site, '/__local/storage/dump', { headers: { host } });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('entityName');
    }
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1'])(
    'is refused with the origin %s',
    async (origin) => {
      const before = await send(sample.site, '/__local/clock');
      const answer = await send(sample.site, '/__local/clock', {
        method: 'POST',
        headers: { ...JSON_TYPE, origin },
        body: JSON.stringify({ advanceMs: 86_400_000 }),
      });
      expect(answer.status).toBe(403);
      const after = await send(sample.site, '/__local/clock');
      const now = (body: string): number => (JSON.parse(body) as { now: number }).now;
      expect(now(after.body) - now(before.body)).toBeLessThan(60_000);
    },
  );

  test('is refused when the app’s own page makes it: it has the bridge and nothing else', async () => {
    const { appOrigin } = sample.site.addresses;
    const answer = await send(sample.site, '/__local/storage/dump', {
      headers: { origin: appOrigin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    });
    expect(answer.status).toBe(403);
  });

  test('is refused when it comes as a form or an image without an origin', async () => {
    const form = { 'content-type': 'text/plain' };
    const sent = await send(sample.site, '/__local/reset', { method: 'POST', headers: form, body: '{}' });
    expect(sent.status).toBe(415);
    const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    expect((await send(sample.site, '/__local/session', { headers: image })).status).toBe(403);
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await send(sample.site, '/__local/storage/dump', { headers: link })).status).toBe(403);
    expect((await send(sample.site, '/browse/APP-1', { headers: link })).status).toBe(200);
  });
});

test('a request of the site’s own page, or of a tool on the command line, is answered', async () => {
  const own = { origin: sample.site.addresses.frameOrigin, 'sec-fetch-site': 'same-origin' };
  expect((await send(sample.site, '/__local/session', { headers: own })).status).toBe(200);
  expect((await send(sample.site, '/__local/session')).status).toBe(200);
});

test('the site listens on 127.0.0.1 and on no other address of this machine', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal);
  const reached = await Promise.all(
    others.map(
      ({ address }) =>
        new Promise<boolean>((resolve) => {
          const socket = connect({ host: address, port: sample.site.addresses.port });
          socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
        }),
    ),
  );
  expect(reached.filter(Boolean)).toEqual([]);
});

test('a body that is too large is refused', async () => {
  const answer = await send(sample.site, '/__local/session', {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ accountId: 'a'.repeat(6_000_000) }),
  });
  expect(answer.status).toBe(413);
});
