import type { LocalForge } from '../../local/forge';
import type { LocalSwitch } from '../../scripts/lib/local-switches';

/** Flips a switch of the storage. */
export function flip({ storage: { settings } }: LocalForge, { setting, value }: LocalSwitch): void {
  Object.assign(settings, { [setting]: value });
}

interface Trouble {
  what: string;
  begin: (forge: LocalForge) => void;
  finds: LocalSwitch['finds'];
}

/** What else can be otherwise than on a local Forge as it opens, and what that makes the check find. */
export const TROUBLES: readonly Trouble[] = [
  {
    what: 'a queue that delivers each event twice',
    begin: ({ queue }) => {
      queue.mode.duplicates = 1;
    },
    finds: { 'event-twice': 'twice', 'event-delay': 'on-time' },
  },
  {
    what: 'a queue that loses its events',
    begin: ({ queue }) => {
      queue.mode.losses = 1;
    },
    finds: { 'event-delay': 'not-come', 'event-twice': 'not-told' },
  },
  {
    what: 'a queue that is a minute late and more',
    begin: ({ clock, faults }) => {
      const end = clock.now() + 30_000;
      faults.add({
        functionKey: 'run-job',
        matches: () => clock.now() < end,
        outcome: { kind: 'answer', status: 500 },
      });
    },
    finds: { 'event-delay': 'late' },
  },
  {
    what: 'storage that takes 700 ms',
    begin: ({ faults }) => void faults.add({ remote: 'kvs', outcome: { kind: 'slow', ms: 700 } }),
    finds: { 'warm-call': 'slow', 'first-call': 'quick' },
  },
  {
    what: 'storage that takes a second and a half',
    begin: ({ faults }) => void faults.add({ remote: 'kvs', outcome: { kind: 'slow', ms: 1_500 } }),
    finds: { 'warm-call': 'very-slow', 'first-call': 'slow' },
  },
];
