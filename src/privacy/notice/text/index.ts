import type { Section } from '../claim';
import { COMPLAINT, OBJECTION, RECIPIENTS, RESPONSIBLE, WHY } from './parties';
import { AFTERWARDS, PERIODS } from './periods';
import { RIGHTS } from './rights';
import { AUTOMATIC, SECURITY, SOURCE, STORED } from './stored';

/** The third layer: the full text, in the order of GDPR art. 13. The table of what is stored follows on `stored`. */
export const SECTIONS: readonly Section[] = [
  RESPONSIBLE,
  OBJECTION,
  STORED,
  SOURCE,
  WHY,
  RECIPIENTS,
  PERIODS,
  RIGHTS,
  AFTERWARDS,
  AUTOMATIC,
  SECURITY,
  COMPLAINT,
];
