import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useCopy } from './use-copy';
import './no-file.css';

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
      <summary>If no file appeared</summary>
      {text !== undefined && <ByHand name={name} text={text} />}
    </details>
  );
}

function ByHand({ name, text }: { name: string; text: string }) {
  const { copy, said } = useCopy(text, 'Mark the text below and copy it.');
  return (
    <div className="stack-tight">
      <p>Copy the text into an empty file and save it as {name}.</p>
      <div className="row">
        <Button spacing="compact" onClick={copy}>
          Copy the text
        </Button>
        <span role="status">{said}</span>
      </div>
      {text.length <= MOST_SHOWN && (
        <textarea className="file-text" aria-label={`Text of ${name}`} readOnly rows={6} value={text} />
      )}
    </div>
  );
}

/** More would make the page slow. */
const MOST_SHOWN = 500_000;
