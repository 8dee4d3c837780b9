import type { Random } from '../random';
import type { FaultOutcome, FaultRule, Faults, PlatformCall } from './types';

export type * from './types';

/** The faults of one forge, as the door asks for them. */
export interface FaultBook extends Faults {
  /** Counts a call and says what befalls it, if anything. */
  strike(call: PlatformCall): FaultOutcome | undefined;
}

interface ActiveRule extends FaultRule {
  seen: number;
  used: number;
}

export function createFaults(random: Random): FaultBook {
  let rules: ActiveRule[] = [];
  let calls = 0;
  let struck: Record<string, number> = {};
  const add = (rule: FaultRule): (() => void) => {
    const active: ActiveRule = { ...rule, seen: 0, used: 0 };
    rules.push(active);
    return () => {
      rules = rules.filter((other) => other !== active);
    };
  };
  return {
    add,
    crashAt: (n, when = 'before') => add({ nth: n, outcome: { kind: 'crash', when } }),
    calls: () => calls,
    resetCalls: () => {
      calls = 0;
    },
    struck: () => ({ ...struck }),
    clear: () => {
      rules = [];
      calls = 0;
      struck = {};
    },
    strike: (call) => {
      calls += 1;
      const hits = rules.filter((rule) => applies(rule, call, random));
      const outcome = hits[0]?.outcome;
      if (hits[0]) hits[0].used += 1;
      if (outcome) struck[outcome.kind] = (struck[outcome.kind] ?? 0) + 1;
      return outcome;
    },
  };
}

/** Every rule counts the calls that it matches, also those that an earlier rule decides. */
function applies(rule: ActiveRule, call: PlatformCall, random: Random): boolean {
  if (!matches(rule, call)) return false;
  rule.seen += 1;
  if (rule.nth !== undefined && rule.seen !== rule.nth) return false;
  if (rule.times !== undefined && rule.used >= rule.times) return false;
  return rule.probability === undefined || random() < rule.probability;
}

function matches(rule: FaultRule, call: PlatformCall): boolean {
  if (rule.remote !== undefined && rule.remote !== call.remote) return false;
  if (rule.functionKey !== undefined && rule.functionKey !== call.functionKey) return false;
  if (rule.installation !== undefined && rule.installation !== call.installation) return false;
  if (typeof rule.path === 'string' && rule.path !== call.path) return false;
  if (rule.path instanceof RegExp && !rule.path.test(call.path)) return false;
  return rule.matches === undefined || rule.matches(call);
}
