import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { loadWords } from '../../static/shared/words/load-words';
import { t } from '../../static/shared/words/words';

const asked: string[] = [];
const catalogue = (language: string) => () => Response.json(compiledCatalogues()[language]);
const text = (body: string, type: string) => () => new Response(body, { headers: { 'Content-Type': type } });

/** Where a page asks for its words, by language: what answers, or nothing that does. */
function answering(answers: Record<string, () => Response>): void {
  asked.length = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    const name = /(\w+)\.json$/.exec(address as string)?.[1] ?? '';
    asked.push(name);
    const answer = answers[name];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
}
afterEach(() => jest.restoreAllMocks());

const BROKEN: Record<string, () => Response> = {
  'an error': () => new Response('no', { status: 503 }),
  'a page that says it is not there': text('<!doctype html><title>Not found</title>', 'text/html'),
  'half of the catalogue': text('{"panel.title": "Zeit', 'application/json'),
  'an error of another server': () => Response.json({ code: 404, message: 'Not found' }),
  'an empty object': () => Response.json({}),
  'a list': () => Response.json(['my-data.title']),
  'a text': () => Response.json('my-data.title'),
  nothing: () => Response.json(null),
};

describe.each(Object.entries(BROKEN))('Where %s comes for the words', (_, broken) => {
  it('of a language, a page is in English', async () => {
    answering({ de: broken, en: catalogue('en') });
    expect(await loadWords('de-CH', 'common.work-item')).toBe('en');
    expect(asked).toEqual(['de', 'en']);
    expect(t('common.work-item')).toBe('Work item');
  });

  it('of every language, a page has none, and shows no name of a message', async () => {
    answering({ de: broken, en: broken });
    expect(await loadWords('de-CH', 'common.work-item')).toBeUndefined();
  });
});

it('A page has the words of its language, and none where nothing answers', async () => {
  answering({ de: catalogue('de') });
  expect(await loadWords('de-CH', 'common.work-item')).toBe('de');
  expect(t('common.work-item')).toBe('Vorgang');
  answering({});
  expect(await loadWords('de-CH', 'common.work-item')).toBeUndefined();
});
