import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Addresses } from '../../../local/site/addresses';
import { startSite, type SiteOptions } from '../../../local/site/site';
import { sampleOptions, send, type Answer } from './sample-site';

jest.setTimeout(60_000);

const AS_BROWSER = { headers: { accept: 'text/html,application/xhtml+xml' } };

let folder: string;
let options: SiteOptions;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loading-'));
  options = await sampleOptions(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the site and asks it as soon as it listens. */
async function askedAtOnce(ask: (addresses: Addresses) => Promise<Answer>): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  const onListening = (addresses: Addresses): void => void (answer = ask(addresses));
  const site = await startSite({ ...options, onListening });
  if (!answer) throw new Error('The site never listened.');
  try {
    return await answer;
  } finally {
    await site.close();
  }
}

describe('while the data of a site is loaded', () => {
  test('a browser gets a page that says so and asks again', async () => {
    const answer = await askedAtOnce((addresses) => send({ addresses }, '/browse/APP-1', AS_BROWSER));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<h1>The site is loading</h1>');
    expect(answer.body).toContain('http-equiv="refresh"');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('whoever asks for something else waits, and is answered', async () => {
    const answer = await askedAtOnce((addresses) => send({ addresses }, '/__local/session'));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toHaveProperty('person');
  });

  test('the page tells the step and how far it is', async () => {
    const pages: Promise<Answer>[] = [];
    let addresses: Addresses | undefined;
    let shown = 0;
    const report = {
      step: () => undefined,
      progress: (_: string, share: number) => {
        if (!addresses || share < shown) return;
        shown += 0.25;
        pages.push(send({ addresses }, '/', AS_BROWSER));
      },
    };
    const site = await startSite({ ...options, report, onListening: (given) => void (addresses = given) });
    const bodies = (await Promise.all(pages)).map(({ body }) => body);
    await site.close();
    expect(bodies.filter((body) => /Loading [\d,]+ entries .* \d+&nbsp;%/.test(body))).not.toEqual([]);
  });
});

test('why the data could not be loaded is told on the page and to whoever started the site', async () => {
  await writeFile(options.files['index'] ?? '', "throw new Error('broken <app>');");
  let page: Promise<Answer> | undefined;
  const onListening = (addresses: Addresses): void => {
    const seen = send({ addresses }, '/', AS_BROWSER);
    const again = (): Promise<Answer> => send({ addresses }, '/', AS_BROWSER);
    page = seen.then(async (first) => {
      let last = first;
      while (!last.body.includes('could not be loaded')) last = await again();
      return last;
    });
  };
  await expect(startSite({ ...options, onListening })).rejects.toThrow('broken <app>');
  const { body } = (await page) as Answer;
  expect(body).toContain('broken &lt;app&gt;');
  expect(body).not.toContain('http-equiv="refresh"');
});

test('a second new site of the same day takes what the first one loaded', async () => {
  const loaded: string[] = [];
  const started = async (directory: string): Promise<void> => {
    const progress = (): number => loaded.push(directory);
    const report = { step: () => undefined, progress };
    const site = await startSite({ ...options, report, directory: path.join(folder, directory) });
    await site.close();
  };
  await started('first');
  await started('second');
  expect(new Set(loaded)).toEqual(new Set(['first']));
  await writeFile(
    options.files['index'] ?? '',
    'exports.answer = async () => ({}); exports.hook = exports.nightly = exports.answer;',
  );
  await started('third');
  expect(new Set(loaded)).toEqual(new Set(['first', 'third']));
});
