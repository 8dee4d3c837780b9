/** The longest delay that Forge's queue takes. */
export const MOST_DELAY_SECONDS = 900;
