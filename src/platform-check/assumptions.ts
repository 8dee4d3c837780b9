import type { SiteAssumption, SiteVerdict } from '../contract';

/**
 * Everything that the check measures, in the order in which it is shown: on the server first, then what the browser and the
 * frame of a page can do, which the page finds out and keeps to itself. Pages say each in words, and so does the documentation.
 */
export const ASSUMPTIONS = [
  { id: 'strict-read', measuredBy: 'function', outcomes: { shown: 'holds', old: 'alarm' } },
  { id: 'all-or-nothing', measuredBy: 'function', outcomes: { nothing: 'holds', part: 'alarm' } },
  {
    id: 'check-on-missing-row',
    measuredBy: 'function',
    outcomes: { fails: 'holds', evaluated: 'copes', passes: 'alarm' },
  },
  {
    id: 'set-on-missing-row',
    measuredBy: 'function',
    outcomes: { fails: 'holds', passes: 'copes', evaluated: 'copes' },
  },
  {
    id: 'delete-on-missing-row',
    measuredBy: 'function',
    outcomes: { fails: 'holds', passes: 'copes', evaluated: 'copes' },
  },
  {
    id: 'key-in-two-entities',
    measuredBy: 'function',
    outcomes: { refused: 'holds', allowed: 'copes', 'not-told': 'not-told' },
  },
  {
    id: 'condition-code',
    measuredBy: 'function',
    outcomes: { known: 'holds', other: 'copes', 'not-refused': 'alarm' },
  },
  {
    id: 'existing-key',
    measuredBy: 'function',
    outcomes: { known: 'holds', other: 'copes', replaced: 'alarm' },
  },
  {
    id: 'unknown-attribute',
    measuredBy: 'function',
    outcomes: { refused: 'holds', kept: 'copes', dropped: 'copes' },
  },
  { id: 'missing-in-batch', measuredBy: 'function', outcomes: { known: 'holds', other: 'alarm' } },
  {
    id: 'key-twice-in-batch',
    measuredBy: 'function',
    outcomes: { known: 'holds', other: 'copes', answered: 'copes' },
  },
  {
    id: 'written-listed',
    measuredBy: 'function',
    outcomes: { soon: 'holds', late: 'copes', 'very-late': 'copes' },
  },
  {
    id: 'deleted-listed',
    measuredBy: 'function',
    outcomes: { soon: 'holds', late: 'copes', 'very-late': 'copes', 'not-told': 'not-told' },
  },
  {
    id: 'short-pages',
    measuredBy: 'function',
    outcomes: { full: 'holds', short: 'copes', 'not-told': 'not-told' },
  },
  {
    id: 'large-pages',
    measuredBy: 'function',
    outcomes: { short: 'holds', full: 'copes', 'not-told': 'not-told' },
  },
  {
    id: 'cursor-at-end',
    measuredBy: 'function',
    outcomes: { absent: 'holds', present: 'copes', 'not-told': 'not-told' },
  },
  { id: 'first-call', measuredBy: 'function', outcomes: { quick: 'holds', slow: 'copes' } },
  {
    id: 'warm-call',
    measuredBy: 'function',
    outcomes: { quick: 'holds', slow: 'copes', 'very-slow': 'alarm' },
  },
  {
    id: 'batch-limit',
    measuredBy: 'function',
    outcomes: { 'not-refused': 'holds', refused: 'alarm', 'cut-off': 'not-told', 'not-asked': 'not-told' },
  },
  {
    id: 'event-delay',
    measuredBy: 'function',
    outcomes: { 'on-time': 'holds', late: 'copes', 'not-come': 'alarm' },
  },
  {
    id: 'event-twice',
    measuredBy: 'function',
    outcomes: { once: 'holds', twice: 'copes', 'not-told': 'not-told' },
  },
  {
    id: 'cycle-period',
    measuredBy: 'function',
    outcomes: {
      'iso-days': 'holds',
      'words-for-days': 'holds',
      seconds: 'holds',
      unread: 'alarm',
      'not-told': 'not-told',
    },
  },
  {
    id: 'administrator',
    measuredBy: 'page',
    outcomes: { same: 'holds', 'only-function': 'alarm', 'not-told': 'not-told' },
  },
  { id: 'my-data-address', measuredBy: 'page', outcomes: { known: 'holds', unknown: 'copes' } },
  { id: 'session-storage', measuredBy: 'page', outcomes: { works: 'holds', refused: 'copes' } },
  {
    id: 'clipboard',
    measuredBy: 'page',
    outcomes: { allowed: 'holds', refused: 'copes', 'not-told': 'not-told' },
  },
  { id: 'download', measuredBy: 'page', outcomes: { made: 'holds', refused: 'alarm' } },
  { id: 'dialog-room', measuredBy: 'page', outcomes: { enough: 'holds', short: 'copes' } },
] as const satisfies readonly SiteAssumption[];

type Known = (typeof ASSUMPTIONS)[number];
type Measured = Extract<Known, { measuredBy: 'function' }>;
export type AssumptionId = Measured['id'];
/** Of an assumption, the outcomes that it has; of a union of them, each with its own. */
export type Finding = {
  [Id in AssumptionId]: { id: Id; outcome: OutcomeOf<Id>; number?: number };
}[AssumptionId];
type OutcomeOf<Id extends AssumptionId> = keyof Extract<Measured, { id: Id }>['outcomes'] & string;

export const ASSUMPTION_IDS: readonly AssumptionId[] = ASSUMPTIONS.filter(
  (one): one is Measured => one.measuredBy === 'function',
).map(({ id }) => id);

const outcomesOf = (id: string): Readonly<Record<string, SiteVerdict>> =>
  ASSUMPTIONS.find((one) => one.id === id)?.outcomes ?? {};

/** Every outcome that a stored finding can have. */
export const OUTCOMES: readonly string[] = [
  ...new Set(ASSUMPTION_IDS.flatMap((id) => Object.keys(outcomesOf(id)))),
];

/** What the table says of an outcome; nothing is told where a later version found what this one does not know. */
export const verdictOf = ({ id, outcome }: { id: string; outcome: string }): SiteVerdict =>
  outcomesOf(id)[outcome] ?? 'not-told';
