import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useCopy } from './use-copy';
import './no-file.css';
import { t } from './words/words';

interface NoFileProps {
  /** As what it is to be saved by hand. */
  name: string;
  /** Made when somebody asks for it. */
  read: () => string | Promise<string>;
}

/**
 * Another way to what a file says. No browser tells a page whether a file was saved, and some refuse it in a frame
 * without a word.
 */
export function NoFile({ name, read }: NoFileProps) {
  const [text, setText] = useState<string>();
  const show = async () => setText(await read());
  return (
    <details className="small" onToggle={({ currentTarget }) => void (currentTarget.open && show())}>
      <summary>{t('common.no-file')}</summary>
      {text !== undefined && <ByHand name={name} text={text} />}
    </details>
  );
}

function ByHand({ name, text }: { name: string; text: string }) {
  const { copy, said } = useCopy(text, t('common.mark-text'));
  return (
    <div className="stack-tight">
      <p>{t('common.save-by-hand', { name })}</p>
      <div className="row">
        <Button spacing="compact" onClick={copy}>
          {t('common.copy-text')}
        </Button>
        <span role="status">{said}</span>
      </div>
      {text.length <= MOST_SHOWN && (
        <textarea
          className="file-text"
          aria-label={t('common.text-of', { name })}
          readOnly
          rows={6}
          value={text}
        />
      )}
    </div>
  );
}

/** More would make the page slow. */
const MOST_SHOWN = 500_000;
