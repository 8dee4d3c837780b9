import { contentPolicy } from '../../../local/site/content-policy';
import { withBridge } from '../../../local/site/app-pages';
import { addressesOf } from '../../../local/site/addresses';
import { endSampleSite, send, startSampleSite, type SampleSite } from './sample-site';

let sample: SampleSite;

beforeAll(async () => {
  sample = await startSampleSite();
}, 60_000);

afterAll(() => endSampleSite(sample));

function fromApp(path: string, headers: Record<string, string> = {}): ReturnType<typeof send> {
  return send(sample.site, path, { headers: { host: sample.site.addresses.appHost, ...headers } });
}

describe('the app’s host', () => {
  test('serves a page with the bridge before everything else, under the production policy', async () => {
    const { status, headers, body } = await fromApp('/page/index.html');
    const { frameOrigin } = sample.site.addresses;
    expect(status).toBe(200);
    expect(body).toContain(
      `<head data-x="1"><script src="/_forge/bridge.js" data-frame="${frameOrigin}"></script>`,
    );
    const policy = String(headers['content-security-policy']);
    expect(policy).toBe(contentPolicy(body, {}, sample.site.addresses));
    expect(policy).toContain(`frame-ancestors 'self' *.atlassian.net`);
    expect(policy).toMatch(/script-src 'self' [^;]*;/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
  });

  test('serves the bridge and the themes, files of the page, and nothing outside its folder', async () => {
    expect((await fromApp('/_forge/bridge.js')).body).toContain('__bridge');
    expect((await fromApp('/_forge/themes/dark.css')).body).toContain('--ds-surface');
    expect((await fromApp('/page/icon.svg')).headers['content-type']).toBe('image/svg+xml');
    for (const path of [
      '/page/../secret.txt',
      '/page/%2e%2e/secret.txt',
      '/page/..%2fsecret.txt',
      '/page/link.txt',
      '/other/index.html',
    ]) {
      const answer = await fromApp(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('has no control API, and leads whoever opens it in a tab to the site', async () => {
    expect((await fromApp('/__local/session')).status).toBe(404);
    const opened = await fromApp('/', { 'sec-fetch-dest': 'document' });
    expect([opened.status, opened.headers['location']]).toEqual([
      302,
      `${sample.site.addresses.frameOrigin}/`,
    ]);
  });
});

test('the frame’s own pages allow no inline script, no other site, and no one to frame them', async () => {
  const { headers, body } = await send(sample.site, '/browse/APP-1');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  // What a page in the frame saves is a `blob:`, which Firefox and WebKit hold against this.
  expect(headers['content-security-policy']).toMatch(/frame-src [^;]* blob:;/);
  expect(body).not.toMatch(/<script>|style=/);
});

test('a page without a head still begins with the bridge', () => {
  expect(withBridge('<p>Hello</p>', 'http://a')).toMatch(/^<script src="\/_forge\/bridge\.js"/);
});

test('what the manifest permits is in the policy, as Forge would put it there', () => {
  const permissions = { external: { images: ['https://images.example'] } };
  const policy = contentPolicy('<script>one()</script>', permissions, addressesOf(1));
  expect(policy).toMatch(/img-src [^;]*https:\/\/images\.example/);
  expect(policy).toMatch(/script-src [^;]*'sha256-/);
});
