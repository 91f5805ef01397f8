import { Field, RadioGroup } from '@fluentui/react-components';
import { useFormat, useMessages } from '../../../ui/language';
import { useTermLabel } from '../../../ui/TermText';
import { DateText } from '../../../ui/Time';
import { RadioText } from './RadioText';
import type { UpgradeChoice, UpgradeTarget } from './upgrade-form';

/** Where the licences go: into none that there is yet, or into one of the customer's subscriptions (S0-86). */
export function PlaceField({
  target,
  choice: { place, existing },
  onPlace,
  onExisting,
}: {
  target: UpgradeTarget;
  choice: UpgradeChoice;
  onPlace: (place: string) => void;
  onExisting: (subscriptionId: string) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const termLabel = useTermLabel();
  const joinable = target.existing.filter(({ verdict }) => verdict.allowed);
  return (
    <>
      <Field label={t.terms.place}>
        <RadioGroup value={place} onChange={(_event, { value }) => onPlace(value)}>
          <RadioText
            value="new"
            label={t.terms.new}
            disabled={!target.asNew.allowed}
            note={!target.asNew.allowed && target.asNew.description}
          />
          <RadioText
            value="existing"
            label={t.terms.existing}
            disabled={joinable.length === 0}
            note={
              joinable.length === 0 &&
              (target.existing.length === 0
                ? t.terms.noExisting
                : target.existing.map(({ subscriptionId, name, verdict }) => (
                    <p key={subscriptionId}>
                      {name}: {verdict.allowed || verdict.description}
                    </p>
                  )))
            }
          />
        </RadioGroup>
      </Field>
      {place === 'existing' && (
        <Field label={t.terms.existingName}>
          <RadioGroup value={existing?.subscriptionId ?? ''} onChange={(_event, { value }) => onExisting(value)}>
            {target.existing.map((each) => (
              <RadioText
                key={each.subscriptionId}
                value={each.subscriptionId}
                label={each.name}
                disabled={!each.verdict.allowed}
                note={
                  each.verdict.allowed ? (
                    <>
                      {t.terms.existingText(each.quantity, format.number(each.quantity), termLabel(each))}
                      {each.endsOn && (
                        <>
                          {', '}
                          {t.terms.until} <DateText on={each.endsOn} />
                        </>
                      )}
                    </>
                  ) : (
                    each.verdict.description
                  )
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
    </>
  );
}
