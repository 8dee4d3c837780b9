import type { ReactNode } from 'react';
import { openPlaces } from './places';
import { startPage } from './start-page';
import { PlacesContext } from './use-place';

/** Shows a page that Jira gives an address: what is open in it stands there, too. */
export const startAddressedPage = (page: ReactNode): Promise<void> =>
  startPage(
    openPlaces().then((places) => <PlacesContext.Provider value={places}>{page}</PlacesContext.Provider>),
  );
