import { router } from '@forge/bridge';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { t } from './words/words';

interface JiraLinkProps {
  /** For the browser to show and to copy: Forge's frame lets no link lead out of it. */
  href: string;
  to: Parameters<typeof router.navigate>[0];
  /** Where the page is, for when Jira does not lead there. */
  otherwise: string;
  children: ReactNode;
}

/** A link to a page of Jira: a click asks Jira's router, and the keys and the button for a new tab give one. */
export function JiraLink({ href, to, otherwise, children }: JiraLinkProps) {
  const [refused, setRefused] = useState(false);
  const follow = async (event: MouseEvent) => {
    event.preventDefault();
    setRefused(false);
    try {
      await (wantsNewTab(event) ? router.open(to) : router.navigate(to));
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <a
        href={href}
        onClick={(event) => void follow(event)}
        onAuxClick={(event) => {
          if (event.button === MIDDLE) void follow(event);
        }}
      >
        {children}
      </a>
      {refused && (
        <span role="alert" className="small link-refused">
          {' '}
          {t('common.link-refused')} {otherwise}
        </span>
      )}
    </>
  );
}

const MIDDLE = 1;

function wantsNewTab({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || button === MIDDLE;
}
