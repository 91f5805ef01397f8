import type { SubscriptionPage } from '../../../api/dashboard';
import { lazyPart } from '../../../ui/lazy-part';

export interface PanelProps {
  subscription: SubscriptionPage;
  onClose: () => void;
}

/** The panels weigh as much as the page that opens them, and come after it. */
export const renewalsPanel = lazyPart<PanelProps>(async () => (await import('./RenewalsPanel')).RenewalsPanel);
export const frequencyPanel = lazyPart<PanelProps>(async () => (await import('./FrequencyPanel')).FrequencyPanel);
export const upgradePanel = lazyPart<PanelProps>(async () => (await import('./UpgradePanel')).UpgradePanel);

/** Fetches them before the first of them is opened. */
export function preloadPanels(): Promise<unknown> {
  return Promise.all([renewalsPanel, frequencyPanel, upgradePanel].map(({ preload }) => preload()));
}
