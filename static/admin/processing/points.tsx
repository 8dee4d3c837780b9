import type { NoticeLanguage } from '../../../src/contract';
import { inLanguage } from '../../shared/words/words';

/** Texts as a list, each once, marked with their language if that may not be the page's. */
export function Points({ of, language }: { of: readonly string[]; language?: NoticeLanguage }) {
  return (
    <ul className="points" {...(language && inLanguage(language))}>
      {[...new Set(of)].map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
