import type { Trouble } from './atlassian';

/** What can be wrong on this side of Atlassian. */
export type PlatformTrouble = 'storage' | 'crashes' | 'missed' | 'doubled' | 'queue';

/** Days on which something is wrong. */
export interface Spell {
  day: number;
  days: number;
  what: Trouble | PlatformTrouble;
}

/** Five years of a site, or as many as it says; all chance in it comes from the seed. */
export interface Life {
  days: number;
  seed: number;
  /** Account IDs held at the beginning. */
  people: number;
  /** How often more cohorts were opened before they came. */
  crowds: number;
  /** Chances of each, three times a day. */
  joins: number;
  leaves: number;
  closes: number;
  changes: number;
  startsAt: number;
  /** By how much the daily schedule varies. */
  jitterMinutes: number;
  lagMs: number;
  /** The longest that a 429 asks to wait. */
  retryAfterSeconds: number;
  spells: Spell[];
  /** From which day on which `Cycle-Period` is sent; undefined sends none. */
  periods: Array<{ day: number; seconds: number | undefined }>;
}

const PLATFORM: ReadonlySet<string> = new Set<PlatformTrouble>([
  'storage',
  'crashes',
  'missed',
  'doubled',
  'queue',
]);

const isTrouble = (what: Spell['what']): what is Trouble => !PLATFORM.has(what);

/** What is wrong on a day of the life; on the days after it, nothing is. */
export function wrongOn(life: Life, day: number): { platform: Set<PlatformTrouble>; atlassian?: Trouble } {
  const spells = day < life.days ? life.spells.filter((spell) => isDuring(spell, day)) : [];
  const kinds = spells.map(({ what }) => what);
  const atlassian = kinds.find(isTrouble);
  const platform = new Set(kinds.filter((what): what is PlatformTrouble => !isTrouble(what)));
  return { platform, ...(atlassian !== undefined && { atlassian }) };
}

const isDuring = (spell: Spell, day: number): boolean => spell.day <= day && day < spell.day + spell.days;

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
