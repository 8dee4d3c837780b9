import type { SiteAssumption, SiteOutcome, SiteVerdict } from '../contract';
import { CALL_ASSUMPTIONS } from './assumed/calls';
import { LIST_ASSUMPTIONS } from './assumed/lists';
import { PAGE_ASSUMPTIONS } from './assumed/pages';
import { WRITE_ASSUMPTIONS } from './assumed/writes';

/** Everything that the check measures, in the order in which it is shown. The documentation is compared with it. */
export const ASSUMPTIONS = [
  ...WRITE_ASSUMPTIONS,
  ...LIST_ASSUMPTIONS,
  ...CALL_ASSUMPTIONS,
  ...PAGE_ASSUMPTIONS,
] as const satisfies readonly SiteAssumption[];

type Known = (typeof ASSUMPTIONS)[number];
type Measured = Extract<Known, { measuredBy: 'function' }>;
export type AssumptionId = Measured['id'];
/** Of an assumption, the outcomes that it has; of a union of them, each with its own. */
export type Finding = {
  [Id in AssumptionId]: { id: Id; outcome: OutcomeOf<Id>; number?: number };
}[AssumptionId];
export type OutcomeOf<Id extends AssumptionId> = keyof Extract<Measured, { id: Id }>['outcomes'] & string;

export const ASSUMPTION_IDS: readonly AssumptionId[] = ASSUMPTIONS.filter(
  (one): one is Measured => one.measuredBy === 'function',
).map(({ id }) => id);

const outcomesOf = (id: string): Readonly<Record<string, SiteOutcome>> =>
  ASSUMPTIONS.find((one) => one.id === id)?.outcomes ?? {};

/** Every outcome that a stored finding can have. */
export const OUTCOMES: readonly string[] = [
  ...new Set(ASSUMPTION_IDS.flatMap((id) => Object.keys(outcomesOf(id)))),
];

/** What the table says of an outcome; nothing where a later version found what this one does not know. */
export const outcomeOf = (finding: { id: string; outcome: string }): SiteOutcome | undefined =>
  outcomesOf(finding.id)[finding.outcome];

export const verdictOf = (finding: { id: string; outcome: string }): SiteVerdict =>
  outcomeOf(finding)?.verdict ?? 'not-told';
