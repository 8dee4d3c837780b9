/** A source of chance that gives the same numbers for the same seed: not for secrets. */
export interface SeededRandom {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different members, in random order; all of them when there are fewer. */
  sample<T>(list: readonly T[], count: number): T[];
  hex(length: number): string;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A 32-bit FNV-1a hash: spreads seeds, protects nothing. */
export function hash32(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** Weyl sequence with a multiply-xorshift finaliser. */
function wordsFrom(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

export function seededRandom(seed: string): SeededRandom {
  const word = wordsFrom(seed);
  const next = (): number => word() / 2 ** 32;
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)];
    if (found === undefined) throw new RangeError('There is nothing to pick from an empty list.');
    return found;
  };
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => {
      const [taken] = rest.splice(between(0, rest.length - 1), 1);
      return taken as T;
    });
  };
  const hex = (length: number): string => Array.from({ length }, () => between(0, 15).toString(16)).join('');
  return { next, between, chance: (probability) => next() < probability, pick, sample, hex };
}
