import { formatInstant } from '../shared/dates';
import { useViewer } from '../shared/viewer';

/** On a large site people are counted now and then: when that was. */
export function CountedAt({ at }: { at: string | undefined }) {
  const viewer = useViewer();
  if (at === undefined) return null;
  return <p className="small quiet">People were last counted on {formatInstant(at, viewer)}.</p>;
}
