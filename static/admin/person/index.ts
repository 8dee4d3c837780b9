export { PersonPage } from './person-page';
export type { PersonTask } from './person-task';
