import type { Reported } from '../../../src/contract';
import { reportedWords } from '../../shared/reported-words';
import { useViewer } from '../../shared/viewer';

/** What Atlassian was told, and what follows from its answer. */
export function ReportedSection({ reported }: { reported: Reported }) {
  return (
    <section className="stack-tight" aria-labelledby="reported-title">
      <h2 className="title-small" id="reported-title">
        What Atlassian is told
      </h2>
      <p>{reportedWords(reported, 'your', useViewer())}</p>
      <p className="quiet">
        With it goes only when the ID was last confirmed, and nothing else about you. Atlassian answers
        whether the account is closed; if it is, everything about you is erased here.
      </p>
    </section>
  );
}
