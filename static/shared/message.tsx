import { useId, type ReactNode } from 'react';
import { t } from './words/words';

export type Tone = 'info' | 'success' | 'warning' | 'error';

interface MessageProps {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  /** Buttons or links for what to do next. */
  actions?: ReactNode;
}

const toneWords = {
  info: 'common.information',
  success: 'common.success',
  warning: 'common.warning',
  error: 'common.error',
} as const;

const shapes: Record<Tone, ReactNode> = {
  info: <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1 7h2v5H9V9Zm0-3h2v2H9V6Z" />,
  success: (
    <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1.2 11.6L5.4 10.2l1.4-1.4 2 2 4.4-4.4 1.4 1.4-5.8 5.8Z" />
  ),
  warning: <path d="m10 2 9 16H1l9-16Zm-1 6v4h2V8H9Zm0 6v2h2v-2H9Z" />,
  error: <path d="m7 2-5 5v6l5 5h6l5-5V7l-5-5H7Zm2 4h2v5H9V6Zm0 7h2v2H9v-2Z" />,
};

/** A consequence that stays in the page; announced by the live region it stands in, if any. */
export function Message({ tone, title, children, actions }: MessageProps) {
  const titleId = useId();
  return (
    <section className="message" data-tone={tone} {...(title ? { 'aria-labelledby': titleId } : {})}>
      <svg className="message-icon" viewBox="0 0 20 20" fill="currentColor" fillRule="evenodd" role="img">
        <title>{t(toneWords[tone])}</title>
        {shapes[tone]}
      </svg>
      <div className="stack-tight">
        {title && (
          <p className="title-xsmall" id={titleId}>
            {title}
          </p>
        )}
        {children && <div>{children}</div>}
        {actions && <div className="row message-actions">{actions}</div>}
      </div>
    </section>
  );
}
