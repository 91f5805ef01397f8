import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useLayoutEffect } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { messages as english } from '../i18n/messages/en';
import { LanguageProvider } from '../ui/language';
import { Notifications, useNotify } from '../ui/notify';
import { CrashBoundary } from './CrashBoundary';
import { CrashScreen } from './CrashScreen';
import { queryClient } from './query-client';
import { useSession } from './session';
import { Shell } from './Shell';
import { useTheme } from './theme';

/** With its slash at the end: a link to the start page must be an address that every static host answers. */
const basename = import.meta.env.BASE_URL;

// Somebody may type the sub-path without its slash.
if (`${location.pathname}/` === basename) history.replaceState(history.state, '', basename + location.search);

/** Fluent's styles go before ours, whenever they are made: where both say something, the CSS module wins. */
const renderer = createDOMRenderer(document, {
  insertionPoint: document.querySelector<HTMLElement>('meta[name="fluent-styles"]') ?? undefined,
});

/** Everything that surrounds the screens: cache, look, language, address, and what stands when all else has fallen. */
export function App() {
  const themeChoice = useSession((session) => session.theme);
  const { scheme, theme } = useTheme(themeChoice);
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return (
    <CrashBoundary resetKey="" renderFallback={() => <LastResort />}>
      <QueryClientProvider client={queryClient}>
        <RendererProvider renderer={renderer} targetDocument={document}>
          <FluentProvider theme={theme}>
            <SpokenApp />
          </FluentProvider>
        </RendererProvider>
      </QueryClientProvider>
    </CrashBoundary>
  );
}

function SpokenApp() {
  const language = useSession((session) => session.language);
  const notify = useNotify();
  const onUnavailable = useCallback(
    (error: unknown) => {
      reportError(error);
      // Said in English: it is the language that is there when another could not be had.
      notify({ intent: 'error', text: english.shell.settings.languageUnavailable });
    },
    [notify],
  );
  return (
    <LanguageProvider language={language} onUnavailable={onUnavailable}>
      <BrowserRouter basename={basename}>
        <CrashBoundary resetKey="" renderFallback={(error, retry) => <CrashScreen error={error} onRetry={retry} />}>
          <Shell />
        </CrashBoundary>
      </BrowserRouter>
      <Notifications />
    </LanguageProvider>
  );
}

/** Even the frame has broken, and with it the languages: plain words, both of them. */
function LastResort() {
  return (
    <main style={{ padding: '2rem', fontFamily: 'sans-serif' }}>
      <h1>Partner Center in a tab</h1>
      <p>The page has stopped working. Your world is stored; reload to go on.</p>
      <p lang="sv">Sidan har slutat fungera. Din värld är sparad; läs in sidan på nytt för att fortsätta.</p>
      <button type="button" onClick={() => window.location.reload()}>
        Reload / Läs in på nytt
      </button>
    </main>
  );
}
