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
        Atlassian gets your account ID and the date on which the app last confirmed it, and nothing else. It
        answers whether your account is closed. If it is, the app erases everything about you.
      </p>
    </section>
  );
}
