import type { JobState } from '../../../src/contract';

const steps: Array<{ state: JobState; words: string }> = [
  { state: 'fenced', words: 'Nothing new can be written' },
  { state: 'deleting', words: 'Records are deleted' },
  { state: 'verifying', words: 'Other code looks again whether anything is left' },
  { state: 'done', words: 'Nothing is left' },
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
          {step.words}
          {index < reached && <span className="only-read-aloud">: done</span>}
        </li>
      ))}
    </ol>
  );
}
