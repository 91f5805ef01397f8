import { Button } from '@fluentui/react-components';
import { CartRegular, ChevronDownRegular, ChevronUpRegular, OpenRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Unavailability } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import styles from './UnavailableReasons.module.css';

/** Why an offer cannot be bought now, each reason with its documented way out (S0-17 to S0-22). */
export function UnavailableReasons({
  customerId,
  reasons,
}: {
  customerId: string;
  reasons: readonly Unavailability[];
}) {
  const t = useMessages();
  const id = useId();
  return (
    <div className={styles.unavailable}>
      <div id={id}>
        <p className={styles.heading}>{t.catalog.unavailable}</p>
        {reasons.map((reason) => (
          <div key={reason.code} className={styles.reason}>
            <p className={styles.description}>{reason.description}</p>
            {reason.wayOut && <WayOut customerId={customerId} wayOut={reason.wayOut} />}
          </div>
        ))}
      </div>
      <Button icon={<CartRegular />} disabledFocusable aria-describedby={id}>
        {t.catalog.addToCart}
      </Button>
    </div>
  );
}

function WayOut({ customerId, wayOut }: { customerId: string; wayOut: NonNullable<Unavailability['wayOut']> }) {
  const t = useMessages();
  const customer = `/customers/${encodeURIComponent(customerId)}`;
  switch (wayOut.kind) {
    case 'reactivate':
      return (
        <Link to={`${customer}/subscriptions/${encodeURIComponent(wayOut.subscriptionId)}`}>
          {t.catalog.reactivate}
        </Link>
      );
    case 'openExisting':
      return (
        <Link to={`${customer}/subscriptions/${encodeURIComponent(wayOut.subscriptionId)}`}>
          {t.catalog.openExisting}
        </Link>
      );
    case 'contactPublisher':
      return <ExternalLink href={wayOut.url} label={t.catalog.contactPublisher} />;
    case 'azurePortal':
      return <ExternalLink href={wayOut.url} label={t.catalog.azurePortal} />;
    case 'showBases':
      return <Bases customer={customer} bases={wayOut.bases} />;
    case 'openAccount':
      return <Link to={`${customer}/account`}>{t.catalog.openAccount}</Link>;
  }
}

function ExternalLink({ href, label }: { href: string; label: string }) {
  const t = useMessages();
  return (
    <a href={href} target="_blank" rel="noreferrer" title={t.catalog.opensNewTab} className={styles.external}>
      {label}
      <OpenRegular aria-hidden="true" />
    </a>
  );
}

function Bases({ customer, bases }: { customer: string; bases: readonly { catalogItemId: string; title: string }[] }) {
  const t = useMessages();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t.catalog.showBases}
      </Button>
      <ul id={id} hidden={!open} className={styles.bases}>
        {bases.map((base) => (
          <li key={base.catalogItemId}>
            <Link to={`${customer}/catalog/online-services?${new URLSearchParams({ search: base.title })}`}>
              {base.title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
