import { Button, mergeClasses } from '@fluentui/react-components';
import {
  AppsListRegular,
  CalendarClockRegular,
  CalendarSyncRegular,
  DismissRegular,
  HomeRegular,
  NavigationRegular,
  PanelLeftContractRegular,
  PanelLeftExpandRegular,
  PeopleRegular,
  PersonCircleRegular,
  ReceiptRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import { Suspense, useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router-dom';
import { ClockButton } from '../features/simulation/ClockButton';
import { useMessages } from '../ui/language';
import { retryFailedParts } from '../ui/lazy-part';
import { PageSkeleton } from '../ui/QueryState';
import { CrashBoundary } from './CrashBoundary';
import { GlobalSearch } from './GlobalSearch';
import { HelpButton } from './HelpButton';
import { Notices } from './Notices';
import { Overlay } from './Overlay';
import { preloadRest, profileMenu, settingsMenu, simulationPanel } from './pages';
import { AppRoutes } from './routes';
import { THEME_CHOICES, useSession } from './session';
import styles from './Shell.module.css';
import { StartFailed, StartProgress } from './StartScreen';
import { withoutStartParameters } from './start-parameters';
import { useStart } from './useStart';
import { useWorldProgress } from './useWorldProgress';

const SimulationPanel = simulationPanel.Part;
const SettingsMenu = settingsMenu.Part;
const ProfileMenu = profileMenu.Part;

/** The frame: header, navigation, what the world has to say, the screen, the footer. Drawn before the world answers. */
export function Shell() {
  const t = useMessages();
  const start = useStart();
  const session = useSession();
  const work = useWorldProgress();
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const [navigationOpen, setNavigationOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const closeButton = useRef<HTMLButtonElement>(null);

  // What the link asked for has been done; the address goes on without it, so that a reload does not do it again.
  const cleanSearch = withoutStartParameters(search);
  const addressClean = cleanSearch === search;
  const ready = start.phase === 'ready' && addressClean;
  useEffect(() => {
    if (start.phase === 'ready' && !addressClean) {
      void navigate({ pathname, search: cleanSearch, hash }, { replace: true });
    }
  }, [start.phase, addressClean, cleanSearch, pathname, hash, navigate]);

  useEffect(() => {
    if (ready) void preloadRest();
  }, [ready]);

  const { setSimulationOpen } = session;
  const closeSimulation = useCallback(() => setSimulationOpen(false), [setSimulationOpen]);

  const closeNavigation = (): void => setNavigationOpen(false);
  useEffect(() => {
    if (!navigationOpen) return undefined;
    closeButton.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setNavigationOpen(false);
      menuButton.current?.focus();
    };
    // Tab led out of the drawer: it makes way for what has the focus now.
    const onFocus = ({ target }: FocusEvent): void => {
      if (!closeButton.current?.closest('nav')?.contains(target as Node)) setNavigationOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    };
  }, [navigationOpen]);

  return (
    <div
      className={mergeClasses(styles.shell, session.navigationNarrow && styles.narrow, navigationOpen && styles.open)}
    >
      <a className={styles.skip} href="#main">
        {t.shell.skipToMain}
      </a>
      <header className={styles.header}>
        <Button
          ref={menuButton}
          className={styles.menuButton}
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label={t.shell.openNavigation}
          aria-expanded={navigationOpen}
          aria-controls="navigation"
          onClick={() => setNavigationOpen(true)}
        />
        <Link to="/" className={styles.product}>
          <ProductMark />
          <span className={styles.productName}>{t.common.productName}</span>
        </Link>
        <div className={styles.search}>
          <GlobalSearch enabled={ready} />
        </div>
        <div className={styles.tools}>
          <ClockButton enabled={ready} expanded={session.simulationOpen} onClick={() => setSimulationOpen(true)} />
          <HelpButton />
          <HeaderMenu label={t.shell.settings.button} icon={<SettingsRegular />}>
            <SettingsMenu
              language={session.language}
              onLanguage={session.setLanguage}
              theme={session.theme}
              themes={THEME_CHOICES}
              onTheme={session.setTheme}
            />
          </HeaderMenu>
          <HeaderMenu label={t.shell.profile.button} icon={<PersonCircleRegular />}>
            <ProfileMenu enabled={ready} />
          </HeaderMenu>
        </div>
      </header>
      {navigationOpen && <div className={styles.veil} aria-hidden="true" onClick={closeNavigation} />}
      <nav id="navigation" aria-label={t.shell.navigation} className={styles.navigation}>
        <Button
          ref={closeButton}
          className={styles.closeButton}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t.shell.closeNavigation}
          onClick={() => {
            closeNavigation();
            menuButton.current?.focus();
          }}
        />
        <ul>
          {[
            { to: '/', end: true, label: t.shell.home, icon: <HomeRegular /> },
            { to: '/customers', end: false, label: t.shell.customers, icon: <PeopleRegular /> },
            { to: '/subscriptions', end: false, label: t.shell.subscriptions, icon: <AppsListRegular /> },
            { to: '/deadlines', end: false, label: t.deadlines.title, icon: <CalendarClockRegular /> },
            { to: '/renewals', end: false, label: t.renewals.title, icon: <CalendarSyncRegular /> },
            { to: '/billing', end: false, label: t.billing.title, icon: <ReceiptRegular /> },
          ].map(({ to, end, label, icon }) => (
            <li key={to}>
              <NavLink to={to} end={end} className={styles.link} title={label} onClick={closeNavigation}>
                {icon}
                <span className={styles.word}>{label}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <Button
          className={styles.narrower}
          appearance="subtle"
          icon={session.navigationNarrow ? <PanelLeftExpandRegular /> : <PanelLeftContractRegular />}
          aria-label={session.navigationNarrow ? t.shell.wideNavigation : t.shell.narrowNavigation}
          aria-expanded={!session.navigationNarrow}
          onClick={() => session.setNavigationNarrow(!session.navigationNarrow)}
        />
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div aria-live="polite" className={styles.notices}>
          {ready && <Notices start={start.notices} />}
        </div>
        {ready ? (
          <AppRoutes />
        ) : start.phase === 'failed' ? (
          <StartFailed error={start.error} />
        ) : (
          <div>
            <StartProgress start={start} />
            <PageSkeleton />
          </div>
        )}
        <footer className={styles.footer}>
          <p>{t.common.unofficial}</p>
          <p>{t.common.utcNote}</p>
        </footer>
      </main>
      {ready && session.simulationOpen && (
        <Overlay onClose={closeSimulation}>
          <SimulationPanel work={work} onClose={closeSimulation} />
        </Overlay>
      )}
    </div>
  );
}

/** A menu of the header; its button stands in its place, not yet to be pressed, until the menu has arrived. */
function HeaderMenu({ label, icon, children }: { label: string; icon: ReactElement; children: ReactNode }) {
  return (
    <CrashBoundary
      resetKey=""
      renderFallback={(_error, retry) => (
        <Button
          appearance="subtle"
          icon={icon}
          aria-label={label}
          onClick={() => {
            retryFailedParts();
            retry();
          }}
        />
      )}
    >
      <Suspense fallback={<Button appearance="subtle" icon={icon} aria-label={label} disabled />}>{children}</Suspense>
    </CrashBoundary>
  );
}

/** Our own sign: a tab with a clock in it. */
function ProductMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M4 9a4 4 0 0 1 4-4h9a3 3 0 0 1 3 3v2h5a3 3 0 0 1 3 3v11a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4z"
        fill="var(--colorBrandBackground)"
      />
      <circle cx="15" cy="19" r="6.25" fill="#fff" />
      <path
        d="M15 15.5V19l2.6 1.6"
        fill="none"
        stroke="#2277a5"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
