import type { Rule } from '../app';
import { additionsAndDeletions } from './additions-and-deletions';
import { ageOfWhatIsKept } from './age-of-what-is-kept';
import { awayFromFullHours } from './away-from-full-hours';
import { closedIsErased } from './closed-is-erased';
import { closedIsNotAskedAgain } from './closed-is-not-asked-again';
import { cyclePeriodIsFollowed } from './cycle-period-is-followed';
import { everyAccountEveryCycle } from './every-account-every-cycle';
import { failureLosesNoAnswer } from './failure-loses-no-answer';
import { interruptionIsResumed } from './interruption-is-resumed';
import { ninetyAccountsACall } from './ninety-accounts-a-call';
import { noMoreOftenThanTheCycle } from './no-more-often-than-the-cycle';
import { retryAfterIsKept } from './retry-after-is-kept';
import { scopeComesLater } from './scope-comes-later';
import { uninstallErases } from './uninstall-erases';
import { unknownIsNotAnAccount } from './unknown-is-not-an-account';
import { updatedIsRefreshed } from './updated-is-refreshed';
import { whoComesBack } from './who-comes-back';

/** The rules, in the order of the guide. */
export const RULES: readonly Rule[] = [
  closedIsErased,
  updatedIsRefreshed,
  everyAccountEveryCycle,
  noMoreOftenThanTheCycle,
  cyclePeriodIsFollowed,
  interruptionIsResumed,
  awayFromFullHours,
  additionsAndDeletions,
  whoComesBack,
  unknownIsNotAnAccount,
  ageOfWhatIsKept,
  uninstallErases,
  closedIsNotAskedAgain,
  ninetyAccountsACall,
  failureLosesNoAnswer,
  retryAfterIsKept,
  scopeComesLater,
];
