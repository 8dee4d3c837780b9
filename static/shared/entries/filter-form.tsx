import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { t } from '../words/words';

/**
 * The fields of a filter. They hold what is typed until it is applied; another filter that comes from elsewhere, such as
 * by the browser's back button, takes its place.
 */
export function useFilterFields<Filter extends Texts>(chosen: Filter, onChosen: (filter: Filter) => void) {
  const [applied, setApplied] = useState(chosen);
  const [typed, setTyped] = useState(chosen);
  const [filled, setFilled] = useState(0);
  const fill = (given: Filter) => {
    setApplied(given);
    setTyped(given);
    setFilled((before) => before + 1);
  };
  if (!isSame(applied, chosen)) fill(chosen);
  const type = (part: Partial<Filter>) => setTyped((before) => ({ ...before, ...part }));
  return {
    typed,
    type,
    fieldOf: (name: keyof Filter) => ({
      value: typed[name] ?? '',
      onChange: (value: string) => type({ [name]: value } as Partial<Filter>),
    }),
    /** How often they were filled: half a date stays in a date field that is not a new one. */
    filled,
    apply: (filter: Filter) => {
      setApplied(filter);
      onChosen(filter);
    },
    clear: () => {
      const nothing = {} as Filter;
      fill(nothing);
      onChosen(nothing);
    },
  };
}

type Texts = Partial<Record<string, string>>;

const isSame = (one: Texts, other: Texts): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);

interface FilterButtonsProps {
  isFiltered: boolean;
  onClear: () => void;
}

/** Applies the filter, or takes it away. */
export function FilterButtons({ isFiltered, onClear }: FilterButtonsProps) {
  const submit = useRef<HTMLButtonElement>(null);
  const showAll = () => {
    onClear();
    // The button that was pressed goes.
    submit.current?.focus();
  };
  return (
    <div className="row">
      <Button ref={submit} type="submit">
        {t('entries.filter')}
      </Button>
      {isFiltered && (
        <Button appearance="subtle" onClick={showAll}>
          {t('entries.show-all')}
        </Button>
      )}
    </div>
  );
}
