import type { ReactNode } from 'react';
import { openPlaces } from './places';
import { startPage } from './start-page';
import { PlacesContext } from './use-place';
import type { Key } from './words/words';

/** Shows a page that Jira gives an address: what is open in it stands there, too. */
export const startAddressedPage = (title: Key, page: ReactNode): Promise<void> =>
  startPage(
    title,
    openPlaces().then((places) => <PlacesContext.Provider value={places}>{page}</PlacesContext.Provider>),
  );
