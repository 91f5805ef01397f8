import { Field, MessageBar, MessageBarBody, RadioGroup } from '@fluentui/react-components';
import { useForm } from 'react-hook-form';
import type { SubscriptionPage } from '../../../api/dashboard';
import type { RenewalOptions, UpgradeOptions } from '../../../api/renewals';
import { useFormat, useMessages } from '../../../ui/language';
import { QuantityField } from '../../../ui/QuantityField';
import { LivePreview } from './LivePreview';
import { PanelActions } from './PanelActions';
import { PlaceField } from './PlaceField';
import { PlanField } from './PlanField';
import { RadioText } from './RadioText';
import type { PanelProps } from './panels';
import { TargetField } from './TargetField';
import {
  extentOf,
  fitUpgrade,
  targetVerdict,
  upgradeFieldsOf,
  wishedUpgrade,
  type UpgradeFields,
} from './upgrade-form';
import { useLiveChange, type LiveChange } from './useLiveChange';
import { startedIn, useUpgradeDone } from './useUpgradeDone';
import styles from './panels.module.css';

interface Props extends PanelProps {
  upgrade: UpgradeOptions;
  renewal: RenewalOptions;
}

/** Target, licences, place and time of an upgrade, with its consequences below (S0-86 … S0-93). */
export function UpgradeForm({ subscription, upgrade, renewal, onClose }: Props) {
  const t = useMessages();
  const format = useFormat();
  const { watch, setValue } = useForm<UpgradeFields>({
    // What nobody has touched follows the world.
    values: upgradeFieldsOf(upgrade),
    resetOptions: { keepDirtyValues: true },
  });
  const fields = watch();
  const choice = fitUpgrade(upgrade, renewal, fields);
  const { target, when, now, later, limits } = choice;
  const change = (when === 'renewal' ? later : now).allowed ? wishedUpgrade(choice, fields.licenses) : undefined;
  const live = useLiveChange(subscription, change, useUpgradeDone(subscription, onClose));
  const set = (name: keyof UpgradeFields) => (value: string) => setValue(name, value as never, { shouldDirty: true });
  const count = change?.kind === 'schedule' ? change.next.quantity : change?.kind === 'upgrade' && change.wish.quantity;
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t.terms.upgrade}
      onSubmit={(event) => {
        event.preventDefault();
        if (!change) event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        live.submit?.();
      }}
    >
      <TargetField
        label={upgrade.isTrial ? t.terms.becomes : t.terms.target}
        targets={upgrade.targets.map((each) => ({ ...each, verdict: targetVerdict(each, renewal) }))}
        value={target?.catalogItemId ?? ''}
        onChange={set('target')}
      />
      {target && (
        <>
          <Field label={t.terms.when}>
            <RadioGroup value={when} onChange={(_event, { value }) => set('when')(value)}>
              <RadioText
                value="now"
                label={t.terms.now}
                disabled={!now.allowed}
                note={!now.allowed && now.description}
              />
              <RadioText
                value="renewal"
                label={upgrade.isTrial ? t.terms.atTrialEnd : t.terms.atRenewal}
                disabled={!later.allowed}
                note={!later.allowed && later.description}
              />
            </RadioGroup>
          </Field>
          <div className={styles.part}>
            <QuantityField
              label={t.terms.licenses}
              value={fields.licenses}
              min={limits.min}
              max={limits.max}
              onChange={set('licenses')}
            />
            {!upgrade.isTrial && when === 'now' && (
              <p className={styles.note}>{t.terms.licensesOf(format.number(upgrade.quantity))}</p>
            )}
          </div>
          {when === 'now' && !upgrade.isTrial && (
            <PlaceField target={target} choice={choice} onPlace={set('place')} onExisting={set('existing')} />
          )}
          <PlanField choice={choice} onChange={set('plan')} />
          {typeof count === 'number' && <p>{t.terms.extent[extentOf(upgrade, choice, count)]}</p>}
          {when === 'now' && target.heldElsewhere && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t.terms.heldElsewhere(target.title)}</MessageBarBody>
            </MessageBar>
          )}
        </>
      )}
      <LivePreview live={live} names={namesIn(subscription, choice.target, live)} />
      <PanelActions live={live} verdict={target ? { allowed: true } : upgrade.verdict} onClose={onClose} />
    </form>
  );
}

/** Who the charges are of: this one, the ones that licences could join, the one that would be made. */
function namesIn(
  { id, name }: SubscriptionPage,
  target: UpgradeOptions['targets'][number] | undefined,
  { preview }: LiveChange,
): ReadonlyMap<string, string> {
  const started = startedIn(preview?.effects ?? []);
  return new Map([
    [id, name],
    ...(target?.existing ?? []).map((each): [string, string] => [each.subscriptionId, each.name]),
    ...(started && target ? [[started, target.title] as [string, string]] : []),
  ]);
}
