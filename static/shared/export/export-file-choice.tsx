import { FileChoice, type FileChoiceProps } from '../file-choice';

/** Chooses exports of this app. */
export const ExportFileChoice = (props: Omit<FileChoiceProps, 'accept'>) => (
  <FileChoice accept=".zip,.json,application/zip,application/json" {...props} />
);
