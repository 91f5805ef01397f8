import { useQuery } from '@tanstack/react-query';
import { renewalQuery } from '../../../api/queries';
import { useMessages } from '../../../ui/language';
import { PageSkeleton, QueryState } from '../../../ui/QueryState';
import { SidePanel } from '../../../ui/SidePanel';
import { FrequencyForm } from './FrequencyForm';
import { OrderBillingForm } from './OrderBillingForm';
import type { PanelProps } from './panels';

/** How often it is billed: of one subscription, or of a legacy order as a whole (portal 6.5). */
export function FrequencyPanel({ subscription, onClose }: PanelProps) {
  const t = useMessages();
  const query = useQuery(renewalQuery(subscription.customerId, subscription.id));
  return (
    <SidePanel open label={t.terms.manageFrequency} onClose={onClose}>
      <QueryState query={query} skeleton={<PageSkeleton />}>
        {(options) =>
          options.order ? (
            <OrderBillingForm subscription={subscription} order={options.order} onClose={onClose} />
          ) : (
            <FrequencyForm subscription={subscription} options={options} onClose={onClose} />
          )
        }
      </QueryState>
    </SidePanel>
  );
}
