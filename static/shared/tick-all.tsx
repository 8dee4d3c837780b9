import { useEffect, useRef } from 'react';

interface TickAllProps {
  label: string;
  /** How many there are to choose, and how many of them are chosen. */
  of: number;
  chosen: number;
  onTick: (ticked: boolean) => void;
}

/** Chooses or clears all at once; half ticked when only some are chosen. */
export function TickAll({ label, of, chosen, onTick }: TickAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const all = of > 0 && chosen === of;
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && !all;
  }, [chosen, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="tick"
      aria-label={label}
      checked={all}
      disabled={of === 0}
      onChange={(event) => onTick(event.target.checked)}
    />
  );
}
