import { Field, Select } from '@fluentui/react-components';
import { PriceText } from '../../../ui/Amounts';
import { useMessages } from '../../../ui/language';
import { useTermLabel } from '../../../ui/TermText';
import { planKey, type UpgradeChoice } from './upgrade-form';
import styles from './panels.module.css';

/** Term and billing frequency of an upgrade; a choice only where more than one is possible. */
export function PlanField({
  choice: { plans, plan, when },
  onChange,
}: {
  choice: UpgradeChoice;
  onChange: (plan: string) => void;
}) {
  const t = useMessages();
  const termLabel = useTermLabel();
  if (!plan) return null;
  const about = when === 'renewal' ? '' : plan.keepsTerm ? t.terms.keepsTerm : t.terms.newTerm;
  return (
    <div className={styles.part}>
      {plans.length > 1 ? (
        <Field label={t.terms.plan}>
          <Select value={planKey(plan)} onChange={(_event, { value }) => onChange(value)}>
            {plans.map((each) => (
              <option key={planKey(each)} value={planKey(each)}>
                {termLabel(each)}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p>
          <strong>{t.terms.plan}:</strong> {termLabel(plan)}
        </p>
      )}
      <p className={styles.note}>
        <PriceText price={plan.price} />
        {about && ` · ${about}`}
      </p>
    </div>
  );
}
