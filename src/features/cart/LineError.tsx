import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Link } from 'react-router-dom';
import type { CartLineView, Unavailability } from '../../api/dashboard';
import { useMessages } from '../../ui/language';

/** Why a line cannot be bought as it is, and the way out. */
export function LineError({ customerId, error }: { customerId: string; error: NonNullable<CartLineView['error']> }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{error.description}</MessageBarBody>
      {error.wayOut && (
        <MessageBarActions>
          <WayOut customerId={customerId} wayOut={error.wayOut} />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function WayOut({ customerId, wayOut }: { customerId: string; wayOut: NonNullable<Unavailability['wayOut']> }) {
  const t = useMessages();
  const customer = `/customers/${encodeURIComponent(customerId)}`;
  switch (wayOut.kind) {
    case 'reactivate':
    case 'openExisting':
      return (
        <Link to={`${customer}/subscriptions/${encodeURIComponent(wayOut.subscriptionId)}`}>
          {t.cart.wayOut[wayOut.kind]}
        </Link>
      );
    case 'contactPublisher':
    case 'azurePortal':
      return (
        <a href={wayOut.url} target="_blank" rel="noreferrer" title={t.cart.opensNewTab}>
          {t.cart.wayOut[wayOut.kind]}
        </a>
      );
    case 'showBases':
      return (
        <span>
          {t.cart.compatibleBases}{' '}
          {wayOut.bases.map((base, index) => (
            <span key={base.catalogItemId}>
              {index > 0 && ', '}
              <Link to={`${customer}/catalog/online-services?${new URLSearchParams({ search: base.title })}`}>
                {base.title}
              </Link>
            </span>
          ))}
        </span>
      );
    case 'openAccount':
      return <Link to={`${customer}/account`}>{t.cart.wayOut.openAccount}</Link>;
  }
}
