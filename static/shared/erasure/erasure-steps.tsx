import type { JobState } from '../../../src/contract';
import { rich, t, type Key } from '../words/words';

const steps: Array<{ state: JobState; words: Key }> = [
  { state: 'fenced', words: 'erasure.step-fenced' },
  { state: 'deleting', words: 'erasure.step-deleting' },
  { state: 'verifying', words: 'erasure.step-verifying' },
  { state: 'done', words: 'erasure.step-done' },
];

/** The way of an erasure, with the step it has reached. */
export function ErasureSteps({ state }: { state: JobState }) {
  const reached = steps.findIndex((step) => step.state === state);
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li
          key={step.state}
          data-step={index < reached ? 'past' : index === reached ? 'now' : 'later'}
          aria-current={index === reached ? 'step' : undefined}
        >
          {index < reached ? pastWords(t(step.words)) : t(step.words)}
        </li>
      ))}
    </ol>
  );
}

const pastWords = (step: string) =>
  rich('erasure.step-past', { step, hidden: (inner) => <span className="only-read-aloud">{inner}</span> });
