import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Link } from 'react-router-dom';
import { useMessages } from '../../ui/language';

/** Says why nothing at all can be sold to this customer now; what is missing is mostly found on its account page. */
export function SaleRefused({ customerId, text }: { customerId: string; text: string }) {
  const t = useMessages();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Link to={`/customers/${encodeURIComponent(customerId)}/account`}>{t.catalog.openAccount}</Link>
      </MessageBarActions>
    </MessageBar>
  );
}
