import { createContext, useContext, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation, useNavigationType } from 'react-router-dom';
import { useMessages } from './language';
import styles from './Page.module.css';

const InsidePage = createContext(false);

/** Whether something up the tree has written the heading of the screen already. */
export function useInsidePage(): boolean {
  return useContext(InsidePage);
}

/**
 * The address whose heading had the focus last. Module state on purpose: it has to outlive the pages, which come and
 * go with the routes.
 */
let announced: { path: string; heading: HTMLElement | null } | undefined;

/**
 * The frame of one screen: document title, breadcrumbs, heading, actions. After a change of route the heading takes the
 * focus, so that a screen reader says where one is and Tab goes on from there; on the first load the browser's own
 * beginning of the page is left alone.
 */
export function Page({
  title,
  breadcrumbs = [],
  actions,
  subtitle,
  children,
}: {
  title: string;
  breadcrumbs?: { label: string; to: string }[];
  actions?: ReactNode;
  subtitle?: ReactNode;
  children?: ReactNode;
}) {
  const t = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const navigationType = useNavigationType();

  useEffect(() => {
    document.title = `${title} – ${t.common.productName}`;
  }, [title, t]);

  // Before the browser paints: what somebody does on the new screen comes after its focus has been set.
  useLayoutEffect(() => {
    const first = announced === undefined;
    const moved = !first && announced?.path !== pathname;
    // A page that was replaced by itself (skeleton, then data) takes over the focus that its twin had.
    const orphaned = !first && !announced?.heading?.isConnected && document.activeElement === document.body;
    if (moved || (orphaned && announced?.heading)) {
      heading.current?.focus({ preventScroll: true });
      // On the way back the browser finds the old place by itself.
      if (moved && navigationType !== 'POP') window.scrollTo(0, 0);
      announced = { path: pathname, heading: heading.current };
    } else {
      announced = { path: pathname, heading: announced?.heading ?? null };
    }
  }, [pathname, navigationType]);

  return (
    <InsidePage value={true}>
      <div className={styles.page}>
        {breadcrumbs.length > 0 && (
          <nav aria-label={t.ui.breadcrumbs} className={styles.breadcrumbs}>
            <ol>
              {breadcrumbs.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                </li>
              ))}
              <li aria-current="page">{title}</li>
            </ol>
          </nav>
        )}
        <header className={styles.header}>
          <div className={styles.titles}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </InsidePage>
  );
}
