import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { call } from '../../shared/call';
import { ColumnHeads } from '../../shared/column-heads';
import { Message } from '../../shared/message';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { ErasureRow } from './erasure-row';

const heads = ['Asked for', 'By', 'State', 'Records', 'Done', 'Actions'];
const load = (place: { after?: string }) => call('listErasures', { limit: 25, ...place });

/** Every erasure that has a record, those that have not ended first; read again when more or fewer of them run. */
export function ErasuresList({ running }: { running: number }) {
  const pages = usePages(load);
  const { value, busy, reload, page, toPrevious, toNext } = pages;
  const shownWith = useRef(running);
  useEffect(() => {
    if (shownWith.current === running) return;
    shownWith.current = running;
    reload();
  }, [running, reload]);
  const erasures = value?.erasures ?? [];
  return (
    <TabSection
      id="erasures-title"
      title="Erasures"
      actions={
        <Button spacing="compact" isLoading={busy && value !== undefined} onClick={reload}>
          Look again
        </Button>
      }
      intro="Those that have not ended come first. They go on by themselves, and one that is held up is taken up by the daily run; you can also try it again now. Each that is done has a receipt, which you can save and check below. Whose data it was does not stand here any more."
    >
      <LoadState loaded={pages} what="the erasures" />
      {value && erasures.length === 0 && page === 1 && (
        <Message tone="info" title="Nothing has been erased yet">
          Erasures that people, administrators or Atlassian ask for are listed here for a year.
        </Message>
      )}
      {erasures.length > 0 && (
        <table className="table stacking">
          <caption className="only-read-aloud">Erasures</caption>
          <ColumnHeads heads={heads} />
          <tbody>
            {erasures.map((job) => (
              <ErasureRow key={`${job.id} ${job.state} ${String(job.deleted)}`} listed={job} />
            ))}
          </tbody>
        </table>
      )}
      <PageButtons
        label="Pages of erasures"
        previous="Previous"
        next="Next"
        busy={busy}
        onPrevious={toPrevious}
        onNext={toNext}
      >
        Page {page}
      </PageButtons>
    </TabSection>
  );
}
