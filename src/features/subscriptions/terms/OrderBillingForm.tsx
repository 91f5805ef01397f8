import { Field, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { RenewalOptions } from '../../../api/renewals';
import { useMessages } from '../../../ui/language';
import { useNotify } from '../../../ui/notify';
import { StatusBadge } from '../../../ui/StatusBadge';
import { doneText } from '../change-words';
import { LivePreview } from './LivePreview';
import { PanelActions } from './PanelActions';
import type { PanelProps } from './panels';
import { useLiveChange } from './useLiveChange';
import styles from './panels.module.css';

type Order = NonNullable<RenewalOptions['order']>;

/** Legacy: how all subscriptions of an order are billed, with what goes with a change of it (portal 6.5). */
export function OrderBillingForm({ subscription, order, onClose }: PanelProps & { order: Order }) {
  const t = useMessages();
  const notify = useNotify();
  const [unchanged, setUnchanged] = useState(false);
  const [chosen, setChosen] = useState('');
  const { choices, subscriptions } = order;
  const wanted = choices.find(({ billingCycle, verdict }) => billingCycle === chosen && verdict.allowed);
  const billingCycle = wanted?.billingCycle ?? order.billingCycle;
  const live = useLiveChange(
    subscription,
    billingCycle === order.billingCycle ? undefined : { kind: 'orderBilling', billingCycle },
    (done) => {
      notify({ intent: 'success', text: doneText(done, subscription.name, t) });
      onClose();
    },
  );
  const others = choices.filter((each) => each.billingCycle !== order.billingCycle);
  const verdict = others.find((each) => each.verdict.allowed)?.verdict ?? others[0]?.verdict ?? { allowed: true };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t.terms.manageFrequency}
      onSubmit={(event) => {
        event.preventDefault();
        setUnchanged(billingCycle === order.billingCycle);
        live.submit?.();
      }}
    >
      <Field label={t.terms.frequency}>
        <RadioGroup
          value={billingCycle}
          onChange={(_event, { value }) => {
            setUnchanged(false);
            setChosen(value);
          }}
        >
          {choices.map((each) => (
            <Radio
              key={each.billingCycle}
              value={each.billingCycle}
              disabled={!each.verdict.allowed && each.billingCycle !== order.billingCycle}
              label={t.subscriptions.cycle(each.billingCycle)}
            />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.part}>
        <p>
          <strong>{t.terms.orderIntro}</strong>
        </p>
        <ul className={styles.list}>
          {t.terms.orderPoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      <table className={mergeClasses(styles.table, styles.wideFirst)}>
        <caption className={styles.caption}>{t.terms.affected}</caption>
        <thead>
          <tr>
            <th scope="col">{t.subscriptions.subscription}</th>
            <th scope="col">{t.subscriptions.status}</th>
            <th scope="col">{t.terms.frequency}</th>
          </tr>
        </thead>
        <tbody>
          {subscriptions.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.name}</th>
              <td>
                <StatusBadge status={each.status} />
              </td>
              <td>{t.subscriptions.cycle(each.billingCycle)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LivePreview live={live} names={new Map(subscriptions.map(({ id, name }) => [id, name]))} />
      <PanelActions
        live={live}
        verdict={verdict}
        submitLabel={t.common.ok}
        closeLabel={t.common.cancel}
        unchanged={unchanged ? t.terms.nothingChosen : ''}
        onClose={onClose}
      />
    </form>
  );
}
