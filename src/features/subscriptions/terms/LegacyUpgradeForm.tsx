import { useState } from 'react';
import type { UpgradeOptions } from '../../../api/renewals';
import { useFormat, useMessages } from '../../../ui/language';
import { LivePreview } from './LivePreview';
import { PanelActions } from './PanelActions';
import type { PanelProps } from './panels';
import { TargetField } from './TargetField';
import { useLiveChange } from './useLiveChange';
import { startedIn, useUpgradeDone } from './useUpgradeDone';
import styles from './panels.module.css';

/** Legacy: all licences go to a new subscription of another offer (REST API 6.7). */
export function LegacyUpgradeForm({ subscription, upgrade, onClose }: PanelProps & { upgrade: UpgradeOptions }) {
  const t = useMessages();
  const format = useFormat();
  const [chosen, setChosen] = useState('');
  const { targets, quantity, verdict } = upgrade;
  const eligible = targets.filter((each) => each.verdict.allowed);
  const target = eligible.find(({ catalogItemId }) => catalogItemId === chosen) ?? eligible[0];
  const live = useLiveChange(
    subscription,
    target && verdict.allowed ? { kind: 'upgradeAll', catalogItemId: target.catalogItemId, quantity } : undefined,
    useUpgradeDone(subscription, onClose),
  );
  const started = startedIn(live.preview?.effects ?? []);
  const names = new Map([
    [subscription.id, subscription.name],
    ...(started && target ? [[started, target.title] as const] : []),
  ]);
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t.terms.upgrade}
      onSubmit={(event) => {
        event.preventDefault();
        live.submit?.();
      }}
    >
      <TargetField label={t.terms.target} targets={targets} value={target?.catalogItemId ?? ''} onChange={setChosen} />
      {target && <p>{t.terms.allLicenses(quantity, format.number(quantity))}</p>}
      <LivePreview live={live} names={names} />
      <PanelActions live={live} verdict={verdict} onClose={onClose} />
    </form>
  );
}
