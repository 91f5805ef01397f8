import { useEffect, useState } from 'react';
import type { SubscriptionPage } from '../../../api/dashboard';
import { FrequencyPanel } from './FrequencyPanel';
import { RenewalsPanel } from './RenewalsPanel';
import { UpgradePanel } from './UpgradePanel';
import { usePanel } from './usePanel';

export interface PanelProps {
  subscription: SubscriptionPage;
  onClose: () => void;
}

/** The side panel that the address names. Stands outside of the page's form: events of its fields are its own. */
export function SubscriptionPanels({ subscription }: { subscription: SubscriptionPage }) {
  const { panel, close } = usePanel();
  // After a change of page its heading takes the focus first: a dialog that loses it to what is behind it is hidden.
  const [pageStands, setPageStands] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPageStands(true));
    return () => clearTimeout(timer);
  }, []);
  switch (pageStands ? panel : undefined) {
    case 'renewals':
      return <RenewalsPanel subscription={subscription} onClose={close} />;
    case 'frequency':
      return <FrequencyPanel subscription={subscription} onClose={close} />;
    case 'upgrade':
      return <UpgradePanel subscription={subscription} onClose={close} />;
    case undefined:
      return null;
  }
}
