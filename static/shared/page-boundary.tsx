import { router } from '@forge/bridge';
import { Component, type ReactNode } from 'react';
import { failure } from './failure';
import { FailureMessage } from './failure-message';
import { t } from './words/words';

/** Around a page: if it cannot be drawn, says so instead of leaving it blank. The error is not quoted: it may name somebody. */
export class PageBoundary extends Component<{ children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  /** React writes a line of its own to the console, and Preact none. */
  override componentDidCatch(error: unknown): void {
    console.error('page-not-shown', error instanceof Error ? error.name : typeof error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <FailureMessage
        failure={failure(t('common.not-shown'))}
        retryWords={t('common.reload')}
        onRetry={() => void router.reload()}
      />
    );
  }
}
