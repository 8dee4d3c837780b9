import type { LocalForge } from '../../local/forge';
import type { Refusal } from '../../src/contract';
import { adminFunctions } from '../../src/resolvers/admin';
import { userFunctions } from '../../src/resolvers/user';
import { payloadsAbout } from '../resolvers/payload-forge';
import { PEOPLE } from '../setup/test-site';

/** They end what is there, so that a test calls them when it comes to that. */
const ENDING = ['eraseMyData', 'erasePerson', 'erasePeople'];
const UNANSWERED = ['TRY_LATER', 'NOT_ALLOWED', 'INVALID'];

type Asked = [moduleKey: string, name: string, asker: string];

/**
 * Calls every function that people and administrators have, about somebody, except those that erase.
 * @param own payloads with which a function finds what is there
 * @returns those that did not answer, with what they said
 */
export async function failuresOfEveryFunction(
  forge: LocalForge,
  accountId: string,
  own: Readonly<Record<string, object>>,
): Promise<Array<[name: string, error: unknown]>> {
  const asked: Asked[] = [
    ...Object.keys(userFunctions).map((name): Asked => ['privacy-panel', name, accountId]),
    ...Object.keys(adminFunctions).map((name): Asked => ['privacy-admin', name, PEOPLE.admin]),
  ];
  const failures: Array<[string, unknown]> = [];
  for (const [moduleKey, functionKey, asker] of asked) {
    if (ENDING.includes(functionKey)) continue;
    const payload = { ...payloadsAbout(accountId)[functionKey]?.needs, ...own[functionKey] };
    const answer = (await forge.invoke({
      moduleKey,
      functionKey,
      payload,
      accountId: asker,
      extension: { issue: { id: '20001' } },
    })) as Partial<Refusal> | undefined;
    if (UNANSWERED.includes(answer?.error?.code ?? '')) failures.push([functionKey, answer?.error]);
  }
  return failures;
}
