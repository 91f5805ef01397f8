import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useId } from 'react';
import { Controller, useForm, useWatch, type Control } from 'react-hook-form';
import { useMessages } from '../../ui/language';
import { QuantityField } from '../../ui/QuantityField';
import styles from './renewals.module.css';
import { editOf, LIMITS, type ScheduleForm as Form } from './schedule-edit';

const ACTIONS: readonly Form['action'][] = ['change', 'remove', 'autoRenewOn', 'autoRenewOff'];
const LICENSES = ['set', 'raise', 'lower'] as const;
const CYCLES = ['Monthly', 'Annual'] as const;
const TERMS = ['P1M', 'P1Y', 'P3Y'] as const;

/** What shall be done with the next terms of the selected subscriptions. What a subscription does not have it refuses. */
export function ScheduleForm({ initial, onChosen }: { initial: Form; onChosen: (form: Form) => void }) {
  const t = useMessages();
  const reasonId = useId();
  const { control, register, handleSubmit } = useForm<Form>({ defaultValues: initial });
  const form = useWatch({ control }) as Form;
  const ready = editOf(form) !== undefined;
  const submit = handleSubmit((chosen) => {
    if (editOf(chosen)) onChosen(chosen);
  });
  const untouched = !form.licenses && !form.billingCycle && !form.termDuration;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={styles.text}>{t.renewals.tryIntro}</p>
      <Field label={t.renewals.doWhat}>
        <Controller
          control={control}
          name="action"
          render={({ field }) => (
            <RadioGroup value={field.value} onChange={(_event, data) => field.onChange(data.value)}>
              {ACTIONS.map((action) => (
                <Radio key={action} value={action} label={t.renewals.actions[action]} />
              ))}
            </RadioGroup>
          )}
        />
      </Field>
      {form.action === 'change' && (
        <>
          <Field label={t.renewals.licenses}>
            <Select defaultValue={initial.licenses} {...register('licenses')}>
              <option value="">{t.renewals.keep}</option>
              {LICENSES.map((each) => (
                <option key={each} value={each}>
                  {t.renewals.licenseChange[each]}
                </option>
              ))}
            </Select>
          </Field>
          <LicenseNumber control={control} licenses={form.licenses} />
          <Field label={t.renewals.billingFrequency}>
            <Select defaultValue={initial.billingCycle} {...register('billingCycle')}>
              <option value="">{t.renewals.keep}</option>
              {CYCLES.map((cycle) => (
                <option key={cycle} value={cycle}>
                  {t.subscriptions.cycle(cycle)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.renewals.term}>
            <Select defaultValue={initial.termDuration} {...register('termDuration')}>
              <option value="">{t.renewals.keep}</option>
              {TERMS.map((term) => (
                <option key={term} value={term}>
                  {t.catalog.termOf(term)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={!ready}
          aria-describedby={!ready && untouched ? reasonId : undefined}
        >
          {t.renewals.tryOut}
        </Button>
        {!ready && untouched && (
          <p id={reasonId} className={styles.note}>
            {t.renewals.chooseSomething}
          </p>
        )}
      </div>
    </form>
  );
}

/** How many licences, or by how many per cent. */
function LicenseNumber({ control, licenses }: { control: Control<Form>; licenses: Form['licenses'] }) {
  const t = useMessages();
  if (licenses === '') return null;
  const [name, limits] =
    licenses === 'set' ? (['number', LIMITS.number] as const) : (['percent', LIMITS[licenses]] as const);
  return (
    <div>
      <Controller
        key={name}
        control={control}
        name={name}
        render={({ field }) => (
          <QuantityField
            label={t.renewals[name]}
            value={field.value}
            onChange={field.onChange}
            {...limits}
            inputRef={field.ref}
          />
        )}
      />
      {name === 'percent' && <p className={styles.note}>{t.renewals.percentHint}</p>}
    </div>
  );
}
