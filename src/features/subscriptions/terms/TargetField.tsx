import { Field, RadioGroup } from '@fluentui/react-components';
import type { UpgradeOptions } from '../../../api/renewals';
import { useMessages } from '../../../ui/language';
import { RadioText } from './RadioText';

/** What it can be upgraded to; what it cannot, with the reason. */
export function TargetField({
  targets,
  value,
  onChange,
}: {
  targets: UpgradeOptions['targets'];
  value: string;
  onChange: (catalogItemId: string) => void;
}) {
  const t = useMessages();
  return (
    <Field label={t.terms.target}>
      <RadioGroup value={value} onChange={(_event, data) => onChange(data.value)}>
        {targets.map(({ catalogItemId, title, description, verdict }) => (
          <RadioText
            key={catalogItemId}
            value={catalogItemId}
            disabled={!verdict.allowed}
            label={title}
            note={verdict.allowed ? description : verdict.description}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
