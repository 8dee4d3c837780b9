import { useState } from 'react';
import type { NoticePeriod } from '../../../src/contract';

interface EarlierNoticeShown {
  /** The version that is shown in the place of the one in force. */
  earlier: NoticePeriod | undefined;
  /** The version from which somebody came back: the focus returns to its button. */
  returned: NoticePeriod | undefined;
  show: (period: NoticePeriod) => void;
  close: () => void;
}

/** Which version of the notice is shown, and which was. */
export function useEarlierNotice(): EarlierNoticeShown {
  const [earlier, setEarlier] = useState<NoticePeriod>();
  const [returned, setReturned] = useState<NoticePeriod>();
  const close = () => {
    setReturned(earlier);
    setEarlier(undefined);
  };
  return { earlier, returned, show: setEarlier, close };
}
