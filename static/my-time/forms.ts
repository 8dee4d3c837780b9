/** What one fills in on this page, and what else comes after the week. */
export { OpenCell } from './grid/open-cell';
export { WeekList } from './list/week-list';
export { Several } from './several/several';
export { Ways } from './ways';
export { Year } from './year/year';
export { WorkItemForm } from './work-item-form';
