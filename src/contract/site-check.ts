import type { Day, Instant } from './basics';

/** What a finding says about an assumption: it holds, the app copes, the app rests on it and it does not hold, or nothing. */
export type SiteVerdict = 'holds' | 'copes' | 'alarm' | 'not-told';

/** What the app, or the local Forge, takes for granted about a site; pages have the words of it by its ID. */
export interface SiteAssumption {
  id: string;
  /** Where it is measured: on the server, or by the page. */
  measuredBy: 'function' | 'page';
  /** The ways in which it can turn out. */
  outcomes: Readonly<Record<string, SiteVerdict>>;
}

export interface SiteFinding {
  id: string;
  outcome: string;
  /** Milliseconds, rows or calls: pages have the words of the outcome, which say which. */
  number?: number;
}

/** A code that storage answered with; told where it was seen, and not kept. */
export interface SiteCode {
  id: string;
  code: string;
}

/** A check of the site, as far as it has come. */
export interface SiteCheckRun {
  /** Goes on with it; made by the app. */
  run: string;
  done: boolean;
  step: number;
  steps: number;
  findings: SiteFinding[];
  codes: SiteCode[];
}

export interface SiteCheckView {
  assumptions: SiteAssumption[];
  /** The last check, where there was one. */
  last?: { day: Day; done: boolean; findings: SiteFinding[] };
  /** Until when another check is under way, if no more is heard of it. */
  heldUntil?: Instant;
}

/** Begins a check, or goes on with the one that `run` names. */
export interface CheckSite {
  run?: string;
  /** Asks storage until it refuses: all the app's users on the site share what Forge grants. */
  untilRefused?: boolean;
}

/** What the dashboard says of a finding that the app rests on. */
export interface SiteAlarm extends SiteFinding {
  /** When it was found. */
  day: Day;
}
