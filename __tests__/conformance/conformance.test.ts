import { openBaseline } from './baseline';
import { openPrivacyCenter } from './privacy-center';
import { RULES } from './rules';
import { awayFromFullHours } from './rules/away-from-full-hours';
import { cyclePeriodIsFollowed } from './rules/cycle-period-is-followed';
import { failureLosesNoAnswer } from './rules/failure-loses-no-answer';
import { interruptionIsResumed } from './rules/interruption-is-resumed';
import { noMoreOftenThanTheCycle } from './rules/no-more-often-than-the-cycle';
import { retryAfterIsKept } from './rules/retry-after-is-kept';
import { uninstallErases } from './rules/uninstall-erases';
import { unknownIsNotAnAccount } from './rules/unknown-is-not-an-account';
import { WRONG_APPS } from './wrong-apps';

jest.setTimeout(120_000);

/** What the plain way leaves to the app. */
const BEYOND_THE_HELPER = [
  noMoreOftenThanTheCycle,
  cyclePeriodIsFollowed,
  interruptionIsResumed,
  awayFromFullHours,
  unknownIsNotAnAccount,
  uninstallErases,
  failureLosesNoAnswer,
  retryAfterIsKept,
];

describe('This app', () => {
  test.each(RULES.map((rule) => [rule.name, rule.section, rule] as const))('%s (%s)', async (_, __, rule) => {
    expect(await rule.check(openPrivacyCenter)).toEqual([]);
  });
});

describe('The official helper, called with everything at once,', () => {
  test.each(
    RULES.map((rule) => [BEYOND_THE_HELPER.includes(rule) ? 'breaks' : 'keeps', rule.name, rule] as const),
  )('%s: %s', async (outcome, _, rule) => {
    const wrong = await rule.check(openBaseline);
    expect(wrong.length > 0 ? 'breaks' : 'keeps').toBe(outcome);
  });
});

describe('An app is caught that', () => {
  test.each(WRONG_APPS)('%s', async (_, rule, open) => {
    expect(await rule.check(open)).not.toEqual([]);
  });

  it('breaks any rule at all', () => {
    const caught = new Set([...BEYOND_THE_HELPER, ...WRONG_APPS.map(([, rule]) => rule)]);
    expect(RULES.filter((rule) => !caught.has(rule)).map(({ name }) => name)).toEqual([]);
  });
});
