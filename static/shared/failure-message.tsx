import { isPassing, type Failure } from './failure';
import { Message } from './message';
import './plain-button.css';
import { t } from './words/words';

interface FailureMessageProps {
  failure: Failure;
  /** Offered if trying again may help. */
  onRetry?: () => void;
  retryWords?: string;
}

/** What went wrong, as the app said it, announced at once. */
export function FailureMessage({
  failure,
  onRetry,
  retryWords = t('common.try-again'),
}: FailureMessageProps) {
  const retry = onRetry && isPassing(failure) && (
    <button type="button" className="plain-button" onClick={onRetry}>
      {retryWords}
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
