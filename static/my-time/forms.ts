/** What one fills in on this page: it comes after the week, which shows without it. */
export { OpenCell } from './grid/open-cell';
export { WorkItemForm } from './work-item-form';
