/** Whether this browser keeps something for the page while its tab is open; many keep nothing for a page in a frame. */
export function keepsForTab(): boolean {
  try {
    sessionStorage.setItem(probe, probe);
    sessionStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}

const probe = 'privacy-center-probe';
