import { FailureMessage } from '../shared/failure-message';
import type { Loaded } from '../shared/use-loaded';
import { Loading } from '../shared/loading';

interface LoadStateProps {
  loaded: Pick<Loaded<unknown>, 'value' | 'failure' | 'reload'>;
  /** As in "Loading the settings…". */
  words: string;
}

/** That something is on its way, or did not come; nothing once it is there. */
export function LoadState({ loaded: { value, failure, reload }, words }: LoadStateProps) {
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  return value === undefined ? <Loading words={words} /> : null;
}
