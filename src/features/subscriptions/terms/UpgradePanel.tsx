import { useQuery } from '@tanstack/react-query';
import { renewalQuery, upgradeQuery } from '../../../api/queries';
import { useMessages } from '../../../ui/language';
import { PageSkeleton, QueryState } from '../../../ui/QueryState';
import { SidePanel } from '../../../ui/SidePanel';
import { LegacyUpgradeForm } from './LegacyUpgradeForm';
import type { PanelProps } from './panels';
import { UpgradeForm } from './UpgradeForm';

/** To a SKU with more services, or a trial to its paid one (S0-85 … S0-93; portal 6.4, 6.6). */
export function UpgradePanel({ subscription, onClose }: PanelProps) {
  const t = useMessages();
  const { customerId, id, isTrial, newCommerce } = subscription;
  const upgrade = useQuery(upgradeQuery(customerId, id));
  const renewal = useQuery(renewalQuery(customerId, id));
  return (
    <SidePanel open label={isTrial && newCommerce ? t.terms.convertNow : t.terms.upgrade} onClose={onClose}>
      <QueryState query={upgrade} skeleton={<PageSkeleton />}>
        {(options) =>
          options.kind === 'upgrade' ? (
            <LegacyUpgradeForm subscription={subscription} upgrade={options} onClose={onClose} />
          ) : (
            <QueryState query={renewal} skeleton={<PageSkeleton />}>
              {(next) => <UpgradeForm subscription={subscription} upgrade={options} renewal={next} onClose={onClose} />}
            </QueryState>
          )
        }
      </QueryState>
    </SidePanel>
  );
}
