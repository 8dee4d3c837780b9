import { useState } from 'react';
import type { SettingChange, WaitingSetting } from '../../../src/contract';
import { isFailure, type Failure } from '../../shared/failure';
import { sayBriefly } from '../../shared/say-done';
import { useAction } from '../../shared/use-action';
import { t, type Key } from '../../shared/words/words';

type Answer<Saved> = Promise<Saved | Failure>;

/** The settings that a form is over, and the words that say what was done. */
export interface SavedSettings<Saved> {
  read: () => Answer<Saved>;
  waitingIn: (saved: Saved) => readonly WaitingSetting[];
  /** The ID of the flag that says what was done, and its words. */
  flag: string;
  words: { saved: Key; waits: Key; takenBack: Key };
}

/** The fields of the form over such settings. */
export interface SavedFields<Saved, Typed> extends SavedSettings<Saved> {
  typedOf: (saved: Saved) => Typed;
  /** From what is saved to what is in the form. */
  differences: (typed: Typed, saved: Saved) => SettingChange[];
  /** The changes to confirm before they are saved, because they delete more; missing if none of the form can. */
  toConfirm?: (typed: Typed, saved: Saved) => SettingChange[];
  /** What stands in each field, by the names by which the app says what is wrong with it. */
  fieldsOf: (typed: Typed) => Readonly<Record<string, unknown>>;
  send: (typed: Typed, saved: Saved) => Answer<Saved>;
}

/** What is shown of such a form around its fields. */
export interface SavedFormState {
  differences: readonly SettingChange[];
  toConfirm: readonly SettingChange[];
  /** What was said of the last attempt goes, because somebody makes another one. */
  begin: () => void;
  save: () => Promise<void>;
  busy: boolean;
  /** Gone as soon as every field that it is about was corrected. */
  failure: Failure | undefined;
  /** Says that it is saved. */
  said: string;
  /** A new object each time something was taken back; undefined again when somebody saves. */
  takenBack: object | undefined;
  /** Somebody else saved since the form was opened; saving again overwrites what differs. */
  isSavedSince: boolean;
  takeSaved: () => void;
}

/** The same with the fields. */
export interface SavedFormOf<Saved, Typed> extends SavedFormState {
  /** As it was last loaded or saved. */
  saved: Saved;
  typed: Typed;
  /** What is wrong with each field that was not corrected since. */
  errors: Readonly<Record<string, string>>;
  change: (typed: Typed) => void;
  /** Takes back what waits. */
  takeBack: (work: () => Answer<Saved>) => Promise<void>;
}

/**
 * A form over saved settings, which shows what somebody else saved before it overwrites that, and overwrites no field that
 * nobody changed in it.
 */
export function useSavedForm<Saved extends object, Typed>(
  fields: SavedFields<Saved, Typed>,
  loaded: Saved,
  onSaved: () => void,
): SavedFormOf<Saved, Typed> {
  const { typedOf, fieldsOf, send, waitingIn, flag, words } = fields;
  const { saved, typed, setTyped, isSavedSince, setSavedSince, store, withdraw } = useSaved(fields, loaded);
  // Names of the fields that were changed since the last answer.
  const [corrected, setCorrected] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const [takenBack, setTakenBack] = useState<object>();
  const { busy, failure, run, forget } = useAction();
  const named = Object.entries(failure?.error.fields ?? {});
  const wrong = named.filter(([name]) => !corrected.includes(name));

  const change = (next: Typed) => {
    setCorrected([...corrected, ...differing(fieldsOf(typed), fieldsOf(next))]);
    setTyped(next);
  };
  const begin = () => {
    setSaid('');
    setTakenBack(undefined);
    forget();
  };
  const save = async () => {
    begin();
    const answer = await run(() => store(send(typed, saved)));
    setCorrected([]);
    if (!answer) return;
    // The fields show what is in force.
    setTyped(typedOf(answer));
    const waits = waitingIn(answer).length > 0;
    setSaid(t(waits ? 'settings.saved-waiting' : 'settings.saved'));
    sayBriefly(flag, t(waits ? words.waits : words.saved));
    onSaved();
  };
  const takeBack = async (work: () => Answer<Saved>) => {
    begin();
    if (!(await run(() => withdraw(work())))) return;
    setTakenBack({});
    sayBriefly(flag, t(words.takenBack));
    onSaved();
  };
  const takeSaved = () => {
    setTyped(typedOf(saved));
    // The refusal was about other values.
    forget();
    setSavedSince(false);
  };
  const difference = {
    differences: fields.differences(typed, saved),
    toConfirm: fields.toConfirm?.(typed, saved) ?? [],
  };
  // A refusal that names no field stays until the next attempt.
  const isCorrected = named.length > 0 && wrong.length === 0;
  const shown = { failure: isCorrected ? undefined : failure, errors: Object.fromEntries(wrong) };
  const state = { saved, typed, change, ...difference, begin, save, takeBack, busy };
  return { ...state, ...shown, said, takenBack, isSavedSince, takeSaved };
}

type Fields = Readonly<Record<string, unknown>>;

const differing = (before: Fields, after: Fields): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

/** What somebody typed over what was saved before, over what is saved now: a field that they left alone shows that. */
function typedOver<Typed>(typed: Typed, before: Typed, now: Typed): Typed {
  if (!isRecord(typed) || !isRecord(before) || !isRecord(now)) return typed === before ? now : typed;
  const fields = Object.keys(now).map((name) => [name, typedOver(typed[name], before[name], now[name])]);
  return Object.fromEntries(fields) as Typed;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What is saved, read again if the app refuses to overwrite what somebody else saved, and what is typed over it. */
function useSaved<Saved extends object, Typed>(
  { read, typedOf, differences }: SavedFields<Saved, Typed>,
  loaded: Saved,
) {
  const [saved, setSaved] = useState(loaded);
  const [typed, setTyped] = useState(() => typedOf(loaded));
  const [isSavedSince, setSavedSince] = useState(false);
  /** @param isOthers whether what is saved now has changes of somebody else */
  const answered = async (
    sent: Answer<Saved>,
    isOthers: (now: Saved, answer: Saved | Failure) => boolean,
  ) => {
    const answer = await sent;
    const now = isFailure(answer) && answer.error.code === 'CONFLICT' ? await read() : answer;
    if (isFailure(now)) return answer;
    const isSince = isOthers(now, answer);
    if (isSince) setTyped((current) => typedOver(current, typedOf(saved), typedOf(now)));
    setSavedSince(isSince);
    setSaved(now);
    return answer;
  };
  const store = (sent: Answer<Saved>) => answered(sent, (now, answer) => now !== answer);
  // This sends nothing of the form, so the answer may show what somebody else saved.
  const withdraw = (sent: Answer<Saved>) =>
    answered(sent, (now) => isSavedSince || differences(typedOf(saved), now).length > 0);
  return { saved, typed, setTyped, isSavedSince, setSavedSince, store, withdraw };
}
