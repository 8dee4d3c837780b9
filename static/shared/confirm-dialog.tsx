import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog-body';

const Body = lazy(async () => ({ default: (await import('./confirm-dialog-body')).ConfirmDialogBody }));

/** Asks before something that cannot be undone; the dialog is loaded when it is first opened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  );
}
