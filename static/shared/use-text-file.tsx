import { useState } from 'react';
import { NoFile } from './no-file';
import { saveFile } from './save-file';

interface TextFile {
  name: string;
  type: string;
  content: string;
}

/** Offers a text as a file, and from then on another way to it for where none appeared. */
export function useTextFile() {
  const [offered, setOffered] = useState<TextFile>();
  const save = (file: TextFile) => {
    saveFile(file.name, file.type, file.content);
    setOffered(file);
  };
  const { name, content } = offered ?? {};
  const noFile = name !== undefined && <NoFile key={name} name={name} read={() => content ?? ''} />;
  return { save, noFile };
}
