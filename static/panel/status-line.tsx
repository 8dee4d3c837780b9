/** What was just done, for the eyes and as a live region for the ears. */
export function StatusLine({ text }: { text: string }) {
  return (
    <p role="status" className="status-line">
      {text}
    </p>
  );
}
