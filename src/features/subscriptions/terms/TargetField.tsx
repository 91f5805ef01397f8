import { Field, RadioGroup } from '@fluentui/react-components';
import type { UpgradeOptions } from '../../../api/renewals';
import { PriceText } from '../../../ui/Amounts';
import { RadioText } from './RadioText';

/** What it can be upgraded to; what it cannot, with the reason. */
export function TargetField({
  label,
  targets,
  value,
  onChange,
}: {
  label: string;
  targets: UpgradeOptions['targets'];
  value: string;
  onChange: (catalogItemId: string) => void;
}) {
  return (
    <Field label={label}>
      <RadioGroup value={value} onChange={(_event, data) => onChange(data.value)}>
        {targets.map(({ catalogItemId, title, description, verdict, terms }) => {
          const kept = terms.find(({ keepsTerm }) => keepsTerm);
          return (
            <RadioText
              key={catalogItemId}
              value={catalogItemId}
              disabled={!verdict.allowed}
              label={title}
              note={
                verdict.allowed ? (
                  <>
                    {description}
                    {kept && (
                      <>
                        {' '}
                        <PriceText price={kept.price} />
                      </>
                    )}
                  </>
                ) : (
                  verdict.description
                )
              }
            />
          );
        })}
      </RadioGroup>
    </Field>
  );
}
