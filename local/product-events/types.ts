/** What can be made worse on purpose. */
export interface ProductEventMode {
  /** How late an event comes at most, in milliseconds; each draws its own. Documented: up to 3 minutes. */
  lateMs: number;
}
