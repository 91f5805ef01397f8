import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setApiLocale } from '../api/client';
import { localeOf } from '../i18n/language';
import { loadLanguage } from '../ui/language';
import { App } from './App';
import './base.css';
import { onWorldChanged } from './host';
import { preloadFirst } from './pages';
import { queryClient, refreshSoon } from './query-client';
import { useSession } from './session';
import { beginStart } from './start';

// The host starts and the first screen's parts travel while the frame is drawn: the first paint waits for nothing.
void beginStart();
preloadFirst();

const { language } = useSession.getState();
setApiLocale(localeOf(language));

useSession.subscribe((session, before) => {
  if (session.language === before.language) return;
  setApiLocale(localeOf(session.language));
  // Sentences of the API are in the language they were asked for in.
  void queryClient.invalidateQueries();
});

onWorldChanged((change) => {
  if (change.kind === 'changed') refreshSoon();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
const reactRoot = createRoot(root);
// The splash of index.html stays until the words are there. A language that cannot be had is no reason to wait: the
// page then speaks English and says so.
void Promise.allSettled([loadLanguage(language)]).then(() =>
  reactRoot.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
