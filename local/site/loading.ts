import type { Reporter } from './world';

/** How far the loading of the site's data is. */
export interface LoadingState {
  /** What is being done. */
  step: string;
  /** Part of the step that is done, from 0 to 1, where that is known. */
  share?: number;
  /** Why the data could not be loaded. */
  failure?: string;
}

/** What a start reports, kept for the page that waits for it. */
export interface Loading {
  report: Reporter;
  /** For a page that is being shown. */
  look(): LoadingState;
  isWatched(): boolean;
  fail(reason: string): void;
}

/** Notes what is reported, and passes it on. */
export function noteLoading(to: Reporter): Loading {
  let state: LoadingState = { step: 'Starting' };
  let watched = false;
  return {
    look: () => {
      watched = true;
      return state;
    },
    isWatched: () => watched,
    fail: (failure) => {
      state = { step: state.step, failure };
    },
    report: {
      step: (step) => {
        state = { step };
        to.step(step);
      },
      progress: (text, share) => {
        state = { step: state.step, share };
        to.progress(text, share);
      },
    },
  };
}
