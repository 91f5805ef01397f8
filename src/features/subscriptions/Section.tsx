import { mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode, type Ref } from 'react';
import styles from './Section.module.css';

/**
 * One titled part of the details. `wide`: it holds a table that bears the title itself. `headingRef`: where the focus
 * goes when a control of this part has vanished. `anchor`: its name in the address (`#quantity`), for links that mean
 * this part.
 */
export function Section({
  title,
  wide = false,
  headingRef,
  anchor,
  children,
}: {
  title: string;
  wide?: boolean;
  headingRef?: Ref<HTMLHeadingElement>;
  anchor?: string;
  children: ReactNode;
}) {
  const own = useId();
  const id = anchor ?? own;
  return (
    <section aria-labelledby={wide ? undefined : id} className={mergeClasses(styles.section, wide && styles.wide)}>
      <h2 id={id} ref={headingRef} tabIndex={headingRef || anchor ? -1 : undefined} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A list of named facts. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
