/** A live region for the ears: what happened, said politely. */
export function LiveText({ text }: { text: string }) {
  return (
    <div className="only-read-aloud" role="status">
      {text}
    </div>
  );
}
