import type { NoticeLack } from '../../src/contract';
import { Message } from '../shared/message';

const words: Record<NoticeLack, string> = {
  controller: 'who is responsible for the data, and whom people ask',
  'legal-basis': 'on which legal basis your organisation uses the data, for each purpose',
};

/** What the law wants the notice to say, and nobody has chosen in the settings. */
export function NoticeLacks({ lacks }: { lacks: readonly NoticeLack[] }) {
  if (lacks.length === 0) return null;
  return (
    <Message tone="warning" title="The privacy notice is not complete">
      <p>It does not say yet:</p>
      <ul className="points">
        {lacks.map((lack) => (
          <li key={lack}>{words[lack]}</li>
        ))}
      </ul>
      <p>You choose this on the tab Settings of the administration page.</p>
    </Message>
  );
}
