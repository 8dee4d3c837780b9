import type { ColorMode } from '../../session';
import { change } from '../control';
import { h } from '../element';
import { attempt, sectionBox, type DrawerContext, type Section } from './section';

const MODES: [ColorMode, string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['auto', 'As the system'],
];

function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
}

/** Theme and language of this browser. */
export function lookSection(context: DrawerContext): Section {
  const set = (body: Record<string, unknown>): Promise<void> =>
    attempt(async () => {
      await change('/session', body);
      context.onChanged();
    });
  const modes = h('div', { class: 'segments', role: 'group', 'aria-label': 'Theme' });
  const languages = h('select', { 'aria-label': 'Language' });
  languages.addEventListener(
    'change',
    () => void set({ locale: languages.value === '' ? null : languages.value }),
  );
  const redraw = (): void => {
    const { colorMode, locale, locales, ownLocale } = context.session();
    modes.replaceChildren(
      ...MODES.map(([mode, text]) => {
        const pressed = mode === colorMode ? 'true' : 'false';
        const run = (): void => void set({ colorMode: mode });
        return h('button', { type: 'button', 'aria-pressed': pressed, onclick: run }, text);
      }),
    );
    languages.replaceChildren(
      h('option', { value: '', selected: ownLocale }, "The person's own language"),
      ...locales.map((one) =>
        h('option', { value: one, selected: !ownLocale && one === locale }, languageName(one)),
      ),
    );
  };
  return { element: sectionBox('Look', modes, languages), redraw };
}
