import { createElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { PageBoundary } from '../../static/shared/page-boundary';
import { startPage } from '../../static/shared/start-page';

const shown: ReactNode[] = [];
const getContext = jest.fn<Promise<{ locale: string }>, []>();
const reload = jest.fn<void, []>();
jest.mock('@forge/bridge', () => ({
  view: { getContext: () => getContext(), theme: { enable: async () => {} } },
  router: { reload: () => reload() },
}));
jest.mock('react-dom/client', () => ({
  createRoot: () => ({ render: (node: ReactNode) => shown.push(node) }),
}));
jest.mock('../../static/shared/base.css', () => ({}));
jest.mock('../../static/shared/plain-button.css', () => ({}));

const GERMAN = 'Wir konnten diese Seite nicht laden.';
const root = { textContent: 'a skeleton' };
const html = { lang: 'en' };
const start = () => startPage('common.work-item', 'the page');
const afterSeconds = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
const words = () => Response.json(compiledCatalogues()['de']);

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(root, { textContent: 'a skeleton' });
  shown.length = 0;
  getContext.mockResolvedValue({ locale: 'de-DE' });
  Object.assign(globalThis, {
    document: { getElementById: () => root, documentElement: html },
    navigator: { language: 'de-CH' },
  });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});
afterAll(() => {
  for (const name of ['document', 'navigator']) Reflect.deleteProperty(globalThis, name);
});

describe('A page whose words are late', () => {
  it('says after some seconds that they did not come, in the language of the reader, and shows them when they do', async () => {
    let answer: (came: Response) => void = () => {};
    jest.spyOn(globalThis, 'fetch').mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const started = start();
    await afterSeconds(5);
    expect(root.textContent).toBe('a skeleton');
    await afterSeconds(10);
    expect(root.textContent).toContain(GERMAN);
    expect(html.lang).toBe('de');
    expect(shown).toEqual([]);
    answer(words());
    await started;
    expect(shown).toHaveLength(1);
  });

  it('says the same where Jira does not say who looks, in the language of the browser', async () => {
    getContext.mockReturnValue(new Promise(() => {}));
    void start();
    await afterSeconds(15);
    expect(root.textContent).toContain(GERMAN);
  });

  it('says the same where Jira refuses', async () => {
    getContext.mockRejectedValue(new Error('No bridge'));
    const started = start();
    void started.catch(() => {});
    await afterSeconds(15);
    expect(root.textContent).toContain(GERMAN);
    await expect(started).rejects.toThrow('No bridge');
  });
});

it('A page whose words come at once stays as it is drawn', async () => {
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => words());
  await start();
  await afterSeconds(60);
  expect(root.textContent).toBe('a skeleton');
  expect(shown).toHaveLength(1);
});

describe('A page that cannot be drawn', () => {
  const failed = (): ReactNode => {
    const boundary = new PageBoundary({ children: 'the page' });
    Object.assign(boundary.state, PageBoundary.getDerivedStateFromError());
    return boundary.render();
  };

  it('stands in a boundary, as every page does', async () => {
    jest.spyOn(globalThis, 'fetch').mockImplementation(async () => words());
    await start();
    const types: unknown[] = [];
    for (
      let node = shown[0];
      typeof node === 'object';
      node = (node as ReactElement<{ children?: ReactNode }>).props.children
    ) {
      types.push((node as ReactElement).type);
    }
    expect(types).toContain(PageBoundary);
    expect(renderToStaticMarkup(createElement(PageBoundary, { children: 'the page' }))).toBe('the page');
  });

  it('says so in the language of the page, and offers to load it anew', () => {
    const markup = renderToStaticMarkup(failed());
    expect(markup).toContain('role="alert"');
    expect(markup).toContain('Wir konnten diese Seite nicht anzeigen.');
    expect(markup).toContain('<button type="button" class="plain-button">Neu laden</button>');
    ((failed() as ReactElement).props as { onRetry: () => void }).onRetry();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('leaves a line on the console that quotes nothing', () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => {});
    const boundary = new PageBoundary({ children: 'the page' });
    boundary.componentDidCatch(new TypeError('Anna Nass'));
    boundary.componentDidCatch('Anna Nass');
    expect(logged.mock.calls).toEqual([
      ['page-not-shown', 'TypeError'],
      ['page-not-shown', 'string'],
    ]);
  });
});
