import { formatDuration, readDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';

/** How the app will read what stands in the field, or how to write it. */
export function DurationHint({ text }: { text: string }) {
  const { locale } = useViewer();
  const seconds = readDuration(text);
  if (text.trim() === '' || seconds === undefined) return 'Like 1h 30m, 90m or 1:30';
  return `That is ${formatDuration(seconds, locale)}`;
}
