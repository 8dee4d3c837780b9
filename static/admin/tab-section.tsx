import type { ReactNode } from 'react';

interface TabSectionProps {
  id: string;
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** What the tab is for, in a sentence or two. */
  intro: ReactNode;
  children: ReactNode;
}

/** What a tab shows, under its heading. */
export function TabSection({ id, title, actions, intro, children }: TabSectionProps) {
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="row-apart">
        <h2 className="title-small" id={id}>
          {title}
        </h2>
        {actions}
      </div>
      <p className="quiet readable">{intro}</p>
      {children}
    </section>
  );
}
