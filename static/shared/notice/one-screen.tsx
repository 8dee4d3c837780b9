import type { ReactNode } from 'react';
import type { Notice } from '../../../src/contract';
import { inLanguage } from '../words/words';
import './one-screen.css';

interface OneScreenProps {
  screen: Notice['screen'];
  language: Notice['language'];
  /** The organisation's own page, where it is shown. */
  page?: ReactNode;
}

/** The second layer of the notice: what people ask, and the answers in short. */
export function OneScreen({ screen, language, page }: OneScreenProps) {
  return (
    <dl className="one-screen" {...inLanguage(language)}>
      {screen.map(({ id, asks, answer }) => (
        <div key={id}>
          <dt>{asks}</dt>
          <dd>
            {answer} {id === 'who' && page}
          </dd>
        </div>
      ))}
    </dl>
  );
}
