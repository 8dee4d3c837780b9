import { hash32 } from '../../data/seeded-random';
import { h } from './element';

const COLOURS = 8;

function initials(name: string): string {
  const words = name.split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => word?.charAt(0) ?? '').join('');
}

/** A round picture with a person's initials, in a colour that always is theirs. */
export function avatar(name: string, size: 'small' | 'medium' = 'small'): HTMLElement {
  const colour = hash32(name) % COLOURS;
  return h(
    'span',
    { class: `avatar avatar-${size} colour-${colour}`, 'aria-hidden': 'true' },
    initials(name),
  );
}
