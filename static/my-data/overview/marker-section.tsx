import type { MarkerLeft } from '../../../src/contract';
import { useViewer } from '../../shared/viewer';
import { markerWords } from './marker-words';

/** That there was an erasure before this person came back. */
export function MarkerSection({ marker }: { marker: MarkerLeft }) {
  return (
    <section className="stack-tight" aria-labelledby="marker-title">
      <h2 className="title-small" id="marker-title">
        What is left of an earlier erasure
      </h2>
      <p>{markerWords(marker, useViewer())}</p>
    </section>
  );
}
