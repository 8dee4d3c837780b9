import type { ReportingView } from '../../../src/contract';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { standingOf } from './standing';

/** How it stands: all well, or what failed, and what happens next. */
export function ReportingMessage({ view }: { view: ReportingView }) {
  const { tone, title, text } = standingOf(view, useViewer());
  return (
    <Message tone={tone} title={title}>
      {text}
    </Message>
  );
}
