import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalForgeError, type LocalForge } from '../../local/forge';
import { readOwnAnswers } from '../../local/jira/own-answers';
import { PEOPLE } from '../setup/test-site';
import { openSample } from './sample-app/open';

function file(name: string, text: string): string {
  const at = path.join(mkdtempSync(path.join(tmpdir(), 'answers-')), name);
  writeFileSync(at, text);
  return at;
}

const openWith = (at: string): Promise<LocalForge> => openSample({}, { jiraAnswers: readOwnAnswers(at) });
const ask = (forge: LocalForge, at: string, method = 'GET') => forge.requestJira(PEOPLE.anna, at, { method });

describe('Answers of somebody’s own', () => {
  test('from JSON answer what is not modelled, and nothing else', async () => {
    const forge = await openWith(
      file(
        'answers.json',
        JSON.stringify({
          'GET /rest/api/3/field': { body: [{ id: 'summary' }] },
          'GET /rest/api/3/issue/{key}': { body: { id: '1', fields: { status: { name: 'Done' } } } },
          'GET /rest/api/3/issue/{key}/comment': { body: { comments: [] }, headers: { 'x-made': 'up' } },
          'POST /rest/api/3/issue/{key}/comment': { status: 201 },
          'DELETE /rest/api/3/issue/OPEN-1': { status: 204, body: {} },
          'GET /rest/api/3/myself': { status: 500 },
        }),
      ),
    );
    await expect((await ask(forge, '/rest/api/3/field?x=1')).json()).resolves.toEqual([{ id: 'summary' }]);
    await expect((await ask(forge, '/rest/api/3/issue/OPEN-1')).json()).resolves.toMatchObject({ id: '1' });
    const fields = await ask(forge, '/rest/api/3/issue/OPEN-1?fields=summary');
    await expect(fields.json()).resolves.toMatchObject({ key: 'OPEN-1' });
    const comments = await ask(forge, '/rest/api/3/issue/OPEN-1/comment');
    expect(comments.headers.get('x-made')).toBe('up');
    expect((await ask(forge, '/rest/api/3/issue/OPEN-1/comment', 'POST')).status).toBe(201);
    expect((await ask(forge, '/rest/api/3/issue/OPEN-1', 'DELETE')).status).toBe(204);
    expect((await ask(forge, '/rest/api/3/myself')).status).toBe(200);
    expect(forge.unmodelled).toEqual([]);
    await expect(ask(forge, '/rest/api/3/fields')).rejects.toThrow('jira GET /rest/api/3/fields');
    await expect(ask(forge, '/rest/api/3/issue/OPEN-1/comment/1')).rejects.toThrow('not model');
  });

  test('from a module may be made of the request', async () => {
    const forge = await openWith(
      file(
        'answers.cjs',
        `exports.default = {
          'PUT /rest/api/3/x/{id}': ({ method, path, query, body, accountId }) => ({ body: { method, path, query, body, accountId } }),
          'GET /rest/api/3/wrong': () => ({ stauts: 200 }),
          'GET /rest/api/3/later': async () => ({ body: 1 }),
          'GET /rest/api/3/list': () => [],
        };`,
      ),
    );
    const init = { method: 'PUT', body: '{"a":1}' };
    const answer = await forge.requestJira(PEOPLE.anna, '/rest/api/3/x/7?b=2', init);
    await expect(answer.json()).resolves.toEqual({
      method: 'PUT',
      path: '/rest/api/3/x/7',
      query: { b: '2' },
      body: '{"a":1}',
      accountId: PEOPLE.anna,
    });
    await expect(ask(forge, '/rest/api/3/wrong')).rejects.toThrow(
      'answers.cjs: the answer to "GET /rest/api/3/wrong" does not fit at stauts',
    );
    for (const call of ['later', 'list']) {
      await expect(ask(forge, `/rest/api/3/${call}`)).rejects.toThrow('does not fit at the answer');
    }
  });

  test.each([
    ['answers.json', '[]', 'answers.json must hold a mapping of calls to answers.'],
    ['answers.json', '{ "a"', 'answers.json cannot be read: '],
    [
      'answers.json',
      '{ "/rest/api/3/field": {} }',
      '"/rest/api/3/field" is no call such as GET /rest/api/3/field.',
    ],
    ['answers.json', '{ "GET /x": { "status": 99 } }', 'the answer to "GET /x" does not fit at status'],
    ['answers.json', '{ "GET /x": { "bdoy": 1 } }', 'the answer to "GET /x" does not fit at bdoy'],
    ['answers.json', '{ "GET /x": [] }', 'the answer to "GET /x" does not fit at the answer'],
    ['answers.json', '{ "GET /x": 7 }', 'the answer to "GET /x" does not fit at the answer'],
    ['answers.cjs', 'throw new Error("no");', 'answers.cjs cannot be read: no'],
    ['answers.cjs', 'exports.default = {', 'answers.cjs cannot be read: '],
  ])('that are wrong are refused when they are read: %s %s', (name, text, message) => {
    const at = file(name, text);
    const thrown = (): unknown => {
      try {
        return readOwnAnswers(at);
      } catch (error) {
        return error;
      }
    };
    expect(thrown()).toBeInstanceOf(LocalForgeError);
    expect((thrown() as Error).message).toContain(message);
    expect((thrown() as Error).message).not.toContain('\n');
  });

  test('that are not there are refused', () => {
    expect(() => readOwnAnswers('/nowhere/answers.json')).toThrow('answers.json cannot be read: ENOENT');
    expect(() => readOwnAnswers('/nowhere/answers.cjs')).toThrow(
      'answers.cjs cannot be read: Cannot find module',
    );
  });
});
