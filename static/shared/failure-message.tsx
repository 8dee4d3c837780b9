import type { Failure } from './call';
import { Message } from './message';
import './plain-button.css';

interface FailureMessageProps {
  failure: Failure;
  /** Shown as "Try again" where it may help. */
  onRetry?: () => void;
}

/** What went wrong, as the app said it, announced at once. */
export function FailureMessage({ failure, onRetry }: FailureMessageProps) {
  const { code, message } = failure.error;
  const mayHelp = code === 'TRY_LATER' || code === 'FAILED';
  const retry = onRetry && mayHelp && (
    <button type="button" className="plain-button" onClick={onRetry}>
      Try again
    </button>
  );
  return (
    <div role="alert">
      <Message tone="error" actions={retry}>
        {message}
      </Message>
    </div>
  );
}
