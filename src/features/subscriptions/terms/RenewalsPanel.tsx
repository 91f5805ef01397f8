import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RenewalOptions } from '../../../api/renewals';
import { renewalQuery } from '../../../api/queries';
import { useMessages } from '../../../ui/language';
import { useNotify } from '../../../ui/notify';
import { PageSkeleton, QueryState } from '../../../ui/QueryState';
import { SidePanel } from '../../../ui/SidePanel';
import { DateText } from '../../../ui/Time';
import { ChangeDialog } from '../ChangeDialog';
import type { Change } from '../change-requests';
import { doneText } from '../change-words';
import { useChange } from '../useChange';
import { ChangeFailure } from './ChangeFailure';
import { CostTable } from './CostTable';
import { PanelActions } from './PanelActions';
import { isSameTerm, renewalFieldsOf, wishedTerm, type RenewalFields } from './renewal-form';
import { RenewalTable } from './RenewalTable';
import type { PanelProps } from './panels';
import type { TermChange } from './term-requests';
import { useLiveChange } from './useLiveChange';
import styles from './panels.module.css';

/** What the next term will be: seen, changed, saved and removed (S0-74 … S0-84; portal 6.2). */
export function RenewalsPanel({ subscription, onClose }: PanelProps) {
  const t = useMessages();
  const query = useQuery(renewalQuery(subscription.customerId, subscription.id));
  return (
    <SidePanel open label={t.terms.manageRenewals} onClose={onClose}>
      <QueryState query={query} skeleton={<PageSkeleton />}>
        {(options) => <RenewalForm subscription={subscription} options={options} onClose={onClose} />}
      </QueryState>
    </SidePanel>
  );
}

function RenewalForm({ subscription, options, onClose }: PanelProps & { options: RenewalOptions }) {
  const t = useMessages();
  const notify = useNotify();
  const reasonId = useId();
  const [unchanged, setUnchanged] = useState(false);
  const { schedule, isSaved, renewsOn } = options;
  const { watch, setValue } = useForm<RenewalFields>({
    // What nobody has touched follows the world.
    values: renewalFieldsOf(options),
    resetOptions: { keepDirtyValues: true },
  });
  const fields = watch();
  const wish = schedule.allowed ? wishedTerm(options, fields) : undefined;
  const change: TermChange | undefined =
    wish && !isSameTerm(wish, options.next) ? { kind: 'schedule', next: wish } : undefined;
  const onDone = (done: Change): void => {
    notify({ intent: 'success', text: doneText(done, subscription.name, t) });
    onClose();
  };
  const live = useLiveChange(subscription, change, onDone);
  const removal = useChange(subscription, onDone);
  return (
    <>
      <form
        className={styles.form}
        noValidate
        aria-label={t.terms.manageRenewals}
        onSubmit={(event) => {
          event.preventDefault();
          setUnchanged(wish !== undefined && change === undefined);
          if (schedule.allowed && !wish)
            event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
          live.submit?.();
        }}
      >
        {schedule.allowed ? (
          renewsOn && (
            <p>
              {subscription.isTrial ? t.terms.trialIntro : t.terms.renewalsIntro} <DateText on={renewsOn} />.
            </p>
          )
        ) : (
          <MessageBar id={reasonId} intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t.terms.noSchedule}</MessageBarTitle>
              {schedule.description}
            </MessageBarBody>
          </MessageBar>
        )}
        <RenewalTable
          options={options}
          fields={fields}
          onChange={(name, value) => {
            setUnchanged(false);
            setValue(name, value, { shouldDirty: true });
          }}
        />
        <CostTable
          options={options}
          chosen={change && live.preview?.nextTerm}
          unknown={schedule.allowed && (!wish || live.refusal !== undefined)}
          working={live.working}
        />
        <PanelActions
          live={live}
          verdict={schedule}
          reasonId={reasonId}
          unchanged={unchanged ? t.terms.nothingChosen : ''}
          onClose={onClose}
        >
          {isSaved && (
            <Button onClick={() => removal.ask({ kind: 'unschedule' })} disabledFocusable={removal.working}>
              {t.terms.removeScheduled}
            </Button>
          )}
        </PanelActions>
      </form>
      <ChangeFailure flow={removal} />
      <ChangeDialog flow={removal} name={subscription.name} />
    </>
  );
}
