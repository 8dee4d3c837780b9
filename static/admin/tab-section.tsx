import type { ReactNode, RefObject } from 'react';

interface TabSectionProps {
  id: string;
  title: string;
  /** Where the focus goes when what was pressed is gone. */
  heading?: RefObject<HTMLHeadingElement>;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** What the tab is for, in a sentence or two. */
  intro: ReactNode;
  children: ReactNode;
}

/** What a tab shows, under its heading. */
export function TabSection({ id, title, heading, actions, intro, children }: TabSectionProps) {
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="row-apart">
        <h2 className="title-small" id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {actions}
      </div>
      <p className="quiet readable">{intro}</p>
      {children}
    </section>
  );
}
