import { placesIn } from '../../static/shared/places';
import { readAsked } from '../../static/shared/entries/use-addressed-asking';

jest.mock('@forge/bridge', () => ({ view: {} }));

type Heard = (location: { pathname: string; search?: string }, action: string) => void;

/** A history as Jira gives it: each step is told of, the page's own included, but later. */
function fakeHistory() {
  const heard: Heard[] = [];
  const steps: string[] = [];
  return {
    steps,
    tell: (pathname: string, search: string, action: string) =>
      heard.forEach((one) => one({ pathname, search }, action)),
    history: {
      location: { pathname: '/requests', search: '?status=done' },
      push: (to: string) => steps.push(to),
      replace: (to: string) => steps.push(`instead ${to}`),
      listen: (one: Heard) => heard.push(one),
    },
  };
}

describe('The places of a page', () => {
  it('begin where the address says, and tell whoever watches of each step', () => {
    const { history, steps } = fakeHistory();
    const places = placesIn(history);
    expect(places.now()).toBe('/requests?status=done');
    const changed = jest.fn();
    const end = places.watch(changed);
    places.go('/audit');
    places.go('/audit');
    places.go('/notice', 'replace');
    expect(steps).toEqual(['/audit', 'instead /notice']);
    expect(changed).toHaveBeenCalledTimes(2);
    end();
    places.go('/people');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('are not led back by what Jira tells of a step that was taken since', () => {
    const { history, tell } = fakeHistory();
    const places = placesIn(history);
    places.go('/audit');
    places.go('/notice');
    tell('/audit', '', 'PUSH');
    expect(places.now()).toBe('/notice');
    tell('/notice', '', 'PUSH');
    expect(places.now()).toBe('/notice');
  });

  it('follow the back button, and a link of Jira’s own navigation', () => {
    const { history, tell } = fakeHistory();
    const places = placesIn(history);
    places.go('/audit');
    tell('/requests', '?status=done', 'POP');
    expect(places.now()).toBe('/requests?status=done');
    tell('', '', 'PUSH');
    expect(places.now()).toBe('/');
  });

  it('are there without a history, too', () => {
    const places = placesIn(undefined);
    places.go('/audit');
    expect(places.now()).toBe('/audit');
  });
});

it.each(['from=2026-13', 'issue=PAY-3', 'order=none', 'to=%3Cb%3E'])(
  'an address with %s asks for all',
  (search) => {
    expect(readAsked(new URLSearchParams(search))).toEqual({ filter: {}, order: 'newest-first' });
  },
);
