import { Button, Link as FluentLink } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { SubscriptionPage } from '../../../api/dashboard';
import type { RenewalOptions } from '../../../api/renewals';
import { renewalQuery } from '../../../api/queries';
import type { Verdict } from '../../../api/wire';
import { useMessages } from '../../../ui/language';
import { QueryState, TableSkeleton } from '../../../ui/QueryState';
import { WhyNot } from '../../../ui/WhyNot';
import { Section } from '../Section';
import { SavedChanges } from './SavedChanges';
import { TermFacts } from './TermFacts';
import { usePanel, type PanelName } from './usePanel';
import styles from './RenewalSection.module.css';

export const RENEWAL_ANCHOR = 'renewal';

/** When it renews, as what and for how much; the ways to change that, each with what stands in it (portal 4.2, 6). */
export function RenewalSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const query = useQuery(renewalQuery(subscription.customerId, subscription.id));
  // Of what is gone nothing follows.
  if (subscription.status === 'canceled' || subscription.status === 'deleted') return null;
  return (
    <Section title={t.terms.section} anchor={RENEWAL_ANCHOR}>
      <QueryState query={query} skeleton={<TableSkeleton rows={3} />}>
        {(options) => (
          <>
            <TermFacts subscription={subscription} options={options} />
            <SavedChanges subscription={subscription} options={options} />
            <Ways subscription={subscription} options={options} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

function Ways({ subscription, options }: { subscription: SubscriptionPage; options: RenewalOptions }) {
  const t = useMessages();
  const { open } = usePanel();
  const { verdicts, isTrial, newCommerce } = subscription;
  // Legacy: what stands in the way of the order's frequencies is said at each of them.
  const frequency =
    options.order || options.longerTerms.verdict.allowed ? ({ allowed: true } as const) : verdicts.changeFrequency;
  return (
    <div className={styles.ways}>
      <PanelLink panel="renewals" verdict={verdicts.schedule}>
        {t.terms.manageRenewals}
      </PanelLink>
      <PanelLink panel="frequency" verdict={frequency}>
        {t.terms.manageFrequency}
      </PanelLink>
      <WhyNot verdict={verdicts.upgrade}>
        {(allowed, describedById) => (
          <Button
            disabledFocusable={!allowed}
            aria-describedby={describedById}
            aria-haspopup="dialog"
            onClick={() => open('upgrade')}
          >
            {isTrial && newCommerce ? t.terms.convertNow : t.terms.upgradeNow}
          </Button>
        )}
      </WhyNot>
    </div>
  );
}

/** A link that opens a side panel; where there is nothing to do in it, a link that leads nowhere, with the reason. */
function PanelLink({ panel, verdict, children }: { panel: PanelName; verdict: Verdict; children: ReactNode }) {
  const { linkTo } = usePanel();
  return (
    <WhyNot verdict={verdict}>
      {(allowed, describedById) =>
        allowed ? (
          <Link className={styles.link} {...linkTo(panel)}>
            {children}
          </Link>
        ) : (
          <FluentLink href="#" disabledFocusable aria-describedby={describedById}>
            {children}
          </FluentLink>
        )
      }
    </WhyNot>
  );
}
