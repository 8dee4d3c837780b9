import type { JiraSite, LocalJira } from '../jira/types';
import type { InvocationRecord } from '../runtime/records';

/** The app on one Jira site. Instants are epoch milliseconds. */
export interface Installation {
  id: string;
  cloudId: string;
  jira: LocalJira;
  installedAt: number;
  uninstalledAt?: number;
  /** The store it reads and writes: its own, or an earlier one that was re-linked. */
  storageId: string;
}

export interface NewInstallation {
  id?: string;
  /** Its Jira site; without it the first installation's. */
  site?: JiraSite;
  installerAccountId?: string;
}

export interface Installations {
  list(): Installation[];
  get(id?: string): Installation;
  /** Installs the app on one more site and sends `avi:forge:installed:app`. */
  create(options?: NewInstallation): Promise<Installation>;
  /** Runs `preUninstall`, then takes the app off; the store is kept for 28 days. */
  uninstall(id?: string): Promise<InvocationRecord[]>;
  /** Gives an installation the store of one uninstalled at most 21 days ago. */
  relink(uninstalledId: string, id: string): void;
}
