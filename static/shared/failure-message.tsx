import { isPassing, type Failure } from './failure';
import { Message } from './message';
import './plain-button.css';

interface FailureMessageProps {
  failure: Failure;
  /** Shown as "Try again" where it may help. */
  onRetry?: () => void;
}

/** What went wrong, as the app said it, announced at once. */
export function FailureMessage({ failure, onRetry }: FailureMessageProps) {
  const retry = onRetry && isPassing(failure) && (
    <button type="button" className="plain-button" onClick={onRetry}>
      Try again
    </button>
  );
  return (
    <div role="alert">
      <Message tone="error" actions={retry}>
        {failure.error.message}
      </Message>
    </div>
  );
}
