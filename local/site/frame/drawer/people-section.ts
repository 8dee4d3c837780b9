import type { PersonKind } from '../../control/people-routes';
import { avatar } from '../avatar';
import { change, read } from '../control';
import { h, icon } from '../element';
import { ICONS } from '../icons';
import { menuButton, type MenuItem } from '../menu';
import { attempt, sectionBox, type DrawerContext, type Section } from './section';

interface ListedPerson {
  accountId: string;
  displayName: string;
  kind: PersonKind;
  hasData: boolean;
}

const GROUPS: { title: string; fits(person: ListedPerson): boolean }[] = [
  { title: 'Administrators', fits: ({ kind }) => kind === 'administrator' },
  { title: 'Without any data', fits: ({ kind, hasData }) => kind === 'user' && !hasData },
  { title: 'Users', fits: ({ kind, hasData }) => kind === 'user' && hasData },
  { title: 'Service desk customers', fits: ({ kind }) => kind === 'customer' },
  { title: 'Deactivated', fits: ({ kind }) => kind === 'deactivated' },
  { title: 'Closed or removed', fits: ({ kind }) => kind === 'closed' || kind === 'removed' },
  { title: 'Apps', fits: ({ kind }) => kind === 'app' },
];

function actionsOn(person: ListedPerson, done: () => void): MenuItem[] {
  const act = (text: string, body: () => Record<string, string> | undefined): MenuItem => ({
    text,
    run: () =>
      attempt(async () => {
        const wanted = body();
        if (!wanted) return;
        await change(`/people/${encodeURIComponent(person.accountId)}`, wanted);
        done();
      }),
  });
  const rename = (): Record<string, string> | undefined => {
    const displayName = prompt('New name at Atlassian', person.displayName);
    return displayName === null ? undefined : { action: 'rename', displayName };
  };
  const isOff = person.kind === 'deactivated';
  return [
    act('Rename…', rename),
    act(isOff ? 'Reactivate' : 'Deactivate', () => ({ action: isOff ? 'reactivate' : 'deactivate' })),
    act('Close the account', () => ({ action: 'close' })),
    act('Remove from the site', () => ({ action: 'remove' })),
  ];
}

function personRow(person: ListedPerson, context: DrawerContext): HTMLElement {
  const { accountId, displayName } = person;
  const isChosen = context.session().person.accountId === accountId;
  const choose = (): Promise<void> =>
    attempt(async () => {
      await change('/session', { accountId });
      context.onChanged();
    });
  const pick = h(
    'button',
    { type: 'button', class: 'person-pick', 'aria-pressed': isChosen ? 'true' : 'false', onclick: choose },
    avatar(displayName),
    h('span', {}, displayName),
    isChosen && icon(ICONS.check),
  );
  const label = `Change the account of ${displayName}`;
  const more = h('button', { type: 'button', class: 'icon-button', 'aria-label': label }, icon(ICONS.more));
  return h(
    'li',
    {},
    pick,
    menuButton(more, () => actionsOn(person, context.onChanged)),
  );
}

/** Who one is, and what happens to accounts at Atlassian. */
export function peopleSection(context: DrawerContext): Section {
  const field = h('input', { type: 'search', placeholder: 'Find a person', 'aria-label': 'Find a person' });
  const groups = h('div', { class: 'people' });
  const note = h('p', { class: 'quiet small' });
  const redraw = async (): Promise<void> => {
    const query = encodeURIComponent(field.value);
    const { people, found } = await read<{ people: ListedPerson[]; found: number }>(`/people?query=${query}`);
    const parts = GROUPS.flatMap(({ title, fits }) => {
      const members = people.filter(fits);
      if (members.length === 0) return [];
      return [h('h4', {}, title), h('ul', {}, ...members.map((person) => personRow(person, context)))];
    });
    groups.replaceChildren(...parts);
    note.textContent =
      found > people.length ? `${people.length} of ${found} people. Type a name to find others.` : '';
  };
  field.addEventListener('input', () => void attempt(redraw));
  return { element: sectionBox('Person', field, groups, note), redraw };
}
