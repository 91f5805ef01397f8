import { Suspense, useEffect, useState } from 'react';
import type { SubscriptionPage } from '../../../api/dashboard';
import { frequencyPanel, renewalsPanel, upgradePanel } from './panels';
import { usePanel, type PanelName } from './usePanel';

const PANELS = { renewals: renewalsPanel, frequency: frequencyPanel, upgrade: upgradePanel } satisfies Record<
  PanelName,
  unknown
>;

/** The side panel that the address names. Stands outside of the page's form: events of its fields are its own. */
export function SubscriptionPanels({ subscription }: { subscription: SubscriptionPage }) {
  const { panel, close } = usePanel();
  // After a change of page its heading takes the focus first: a dialog that loses it to what is behind it is hidden.
  const [pageStands, setPageStands] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPageStands(true));
    return () => clearTimeout(timer);
  }, []);
  if (!pageStands || !panel) return null;
  const { Part } = PANELS[panel];
  return (
    <Suspense>
      <Part subscription={subscription} onClose={close} />
    </Suspense>
  );
}
