import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { SubscriptionPage } from '../../../api/dashboard';
import type { RenewalOptions, TermView } from '../../../api/renewals';
import { useFormat, useMessages } from '../../../ui/language';
import { useNotify } from '../../../ui/notify';
import { useTermLabel } from '../../../ui/TermText';
import { DateText } from '../../../ui/Time';
import { WhyNot } from '../../../ui/WhyNot';
import { ChangeDialog } from '../ChangeDialog';
import { doneText } from '../change-words';
import { useChange } from '../useChange';
import { ChangeFailure } from './ChangeFailure';
import type { TermChange } from './term-requests';
import { usePanel, type PanelName } from './usePanel';
import styles from './RenewalSection.module.css';

/** What has been saved for later and can be changed or removed, and what was deleted and can be saved again (S0-81). */
export function SavedChanges({ subscription, options }: { subscription: SubscriptionPage; options: RenewalOptions }) {
  const t = useMessages();
  const notify = useNotify();
  const flow = useChange(subscription, (change) => {
    notify({ intent: 'success', text: doneText(change, subscription.name, t) });
    // The button that was used is gone with what it was about.
    setTimeout(() => document.getElementById('renewal')?.focus());
  });
  const { isSaved, next, renewsOn, lapsed, autoRenew, schedule, frequency } = options;
  return (
    <>
      {isSaved && next && renewsOn && (
        <Saved
          title={t.terms.scheduledChange}
          panel="renewals"
          changeLabel={t.terms.changeScheduled}
          removeLabel={t.terms.removeScheduled}
          verdict={schedule}
          working={flow.working}
          onRemove={() => flow.ask({ kind: 'unschedule' })}
        >
          {t.terms.takesEffect} <DateText on={renewsOn} />.
        </Saved>
      )}
      {frequency.pending && frequency.from && (
        <Saved
          title={t.terms.pending}
          panel="frequency"
          changeLabel={t.terms.changePending}
          removeLabel={t.terms.removePending}
          verdict={frequency.verdict}
          working={flow.working}
          onRemove={() => flow.ask({ kind: 'keepFrequency' })}
        >
          {t.terms.billedFrom(t.subscriptions.cycle(frequency.pending))} <DateText on={frequency.from} />.
        </Saved>
      )}
      {lapsed && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.terms.lapsedTitle}</MessageBarTitle>
            <TermLine term={lapsed} /> {!autoRenew.enabled && t.terms.saveAgainAutoRenew}
          </MessageBarBody>
          <MessageBarActions>
            <WhyNot verdict={autoRenew.enabled ? schedule : autoRenew.verdict}>
              {(allowed, describedById) => (
                <Button
                  disabledFocusable={!allowed || flow.working}
                  aria-describedby={describedById}
                  onClick={() => flow.ask(savingAgain(lapsed, autoRenew.enabled))}
                >
                  {t.terms.saveAgain}
                </Button>
              )}
            </WhyNot>
          </MessageBarActions>
        </MessageBar>
      )}
      <ChangeFailure flow={flow} />
      <ChangeDialog flow={flow} name={subscription.name} />
    </>
  );
}

/** What a change mid-term deleted; auto-renew, without which nothing can be saved, is turned on with it. */
function savingAgain(
  { catalogItemId, quantity, termDuration, billingCycle }: TermView,
  autoRenews: boolean,
): TermChange {
  return {
    kind: 'schedule',
    next: { catalogItemId, quantity, termDuration, billingCycle },
    ...(autoRenews ? {} : { turnsAutoRenewOn: true as const }),
  };
}

function Saved({
  title,
  panel,
  changeLabel,
  removeLabel,
  verdict,
  working,
  onRemove,
  children,
}: {
  title: string;
  panel: PanelName;
  changeLabel: string;
  removeLabel: string;
  verdict: RenewalOptions['schedule'];
  working: boolean;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useMessages();
  const { linkTo } = usePanel();
  return (
    <div className={styles.saved}>
      <p>
        <strong>{title}</strong>
        <br />
        {children}
      </p>
      <div className={styles.actions}>
        {verdict.allowed && (
          <Link className={styles.link} aria-label={changeLabel} {...linkTo(panel)}>
            {t.terms.change}
          </Link>
        )}
        <WhyNot verdict={verdict}>
          {(allowed, describedById) => (
            <Button
              size="small"
              aria-label={removeLabel}
              aria-describedby={describedById}
              disabledFocusable={!allowed || working}
              onClick={onRemove}
            >
              {t.terms.remove}
            </Button>
          )}
        </WhyNot>
      </div>
    </div>
  );
}

/** A term in one line. */
function TermLine({ term }: { term: TermView }) {
  const t = useMessages();
  const format = useFormat();
  const termLabel = useTermLabel();
  const { quantity, offerName } = term;
  return `${t.terms.ofOffer(quantity, format.number(quantity), offerName)}, ${termLabel(term)}.`;
}
