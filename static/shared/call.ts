import { invoke } from '@forge/bridge';
import type { AdminFunctions, UserFunctions } from '../../src/contract';
import { changesNothing } from '../../src/contract/reading';
import { failure, inWords, isFailure, isPassing, isRefusal, type Failure } from './failure';
import { wait } from './wait';
import { noticeLanguage, t } from './words/words';

export { failure, isFailure, type Failure } from './failure';

type Functions = UserFunctions & AdminFunctions;
type FunctionName = keyof Functions;
type Takes<F extends FunctionName> = Functions[F]['takes'];
type Gives<F extends FunctionName> = Functions[F]['gives'];

/** What can be asked in a language. */
type Speaking = {
  [F in FunctionName]: string extends keyof Takes<F> ? never : 'language' extends keyof Takes<F> ? F : never;
}[FunctionName];

/** What answers in sentences of the notice or of the data map, which are asked for in the language of the page. */
const speaking: Readonly<Record<Speaking, true>> = {
  getPanel: true,
  getNotice: true,
  getNoticeVersion: true,
  acknowledgeNotice: true,
  getOverview: true,
  getRecordOfProcessing: true,
};

const readingWaitsMs = [400, 1200, 3600];

/**
 * What changes something and is the same when it is asked twice: the form carries an ID or a code, or there is one of its
 * kind. The app itself has tried for up to 20 seconds before it says that it is busy, so once more is enough.
 */
const repeatable: ReadonlySet<FunctionName> = new Set([
  'logTime',
  'logEntries',
  'acknowledgeNotice',
  'undoChange',
  'importEntries',
  'eraseMyData',
  'erasePerson',
]);
const repeatingWaitsMs = [1500];

/**
 * Asks a function of the app; a refusal and a missing answer come back as a value, never as a throw.
 * When the app is busy or does not answer, what changes nothing is asked again a few times, and what can be
 * repeated once.
 * `failed` is what the person reads when no answer came.
 */
export async function call<F extends FunctionName>(
  name: F,
  payload: Takes<F>,
  failed?: string,
): Promise<Gives<F> | Failure> {
  for (const waitMs of waitsOf(name, payload)) {
    const answer = await ask(name, payload, failed);
    if (!isFailure(answer) || !isPassing(answer)) return answer;
    await wait(waitMs);
  }
  return ask(name, payload, failed);
}

function waitsOf(name: FunctionName, payload: unknown): number[] {
  if (changesNothing(name, payload)) return readingWaitsMs;
  return repeatable.has(name) ? repeatingWaitsMs : [];
}

function inLanguageOfPage<F extends FunctionName>(name: F, payload: Takes<F>): Takes<F> {
  return Object.hasOwn(speaking, name) ? { language: noticeLanguage(), ...payload } : payload;
}

async function ask<F extends FunctionName>(name: F, payload: Takes<F>, failed?: string) {
  try {
    const answer: unknown = await invoke(name, inLanguageOfPage(name, payload));
    // A function that was cut off answers with nothing at all.
    if (isRefusal(answer)) return inWords(answer);
    return typeof answer === 'object' && answer !== null
      ? (answer as Gives<F>)
      : noAnswer(name, payload, failed);
  } catch {
    return noAnswer(name, payload, failed);
  }
}

function noAnswer(name: FunctionName, payload: unknown, failed?: string): Failure {
  if (failed !== undefined) return failure(failed);
  return failure(t(changesNothing(name, payload) ? 'common.not-loaded' : 'common.not-answered'));
}
