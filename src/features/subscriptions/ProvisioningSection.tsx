import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { SubscriptionPage } from '../../api/dashboard';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState } from '../../ui/QueryState';
import { DateText } from '../../ui/Time';
import { resourcePath } from './paths';
import { Fact, Facts, Section } from './Section';

/** `GET …/provisioningstatus` */
interface Provisioning {
  skuId: string;
  status: string;
  quantity: number;
  endDate?: string;
}

/** Whether what was bought has been made available (S2-4; portal 7.2). */
export function ProvisioningSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const format = useFormat();
  const path = `${resourcePath(subscription)}/provisioningstatus`;
  const query = useQuery({ queryKey: [path], queryFn: ({ signal }) => call<Provisioning>(path, { signal }) });
  return (
    <Section title={t.subscriptions.provisioning}>
      <QueryState query={query} skeleton={<p>{t.common.loading}</p>}>
        {({ status, quantity, skuId, endDate }) => (
          <Facts>
            <Fact name={t.subscriptions.provisioningStatus}>{t.subscriptions.provisioningWord(status)}</Fact>
            {subscription.quantity !== null && (
              <Fact name={t.subscriptions.provisionedLicenses}>{format.number(quantity)}</Fact>
            )}
            <Fact name={t.subscriptions.skuId}>{skuId}</Fact>
            {status === 'success' && endDate && (
              <Fact name={t.subscriptions.provisionedUntil}>
                <DateText on={endDate} />
              </Fact>
            )}
          </Facts>
        )}
      </QueryState>
    </Section>
  );
}
