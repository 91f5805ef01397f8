import { useCallback, useEffect, useRef } from 'react';
import { useForm, type Control, type UseFormHandleSubmit } from 'react-hook-form';
import type { SubscriptionPage } from '../../api/dashboard';
import { follow, formOf, type SubscriptionForm } from './subscription-form';

/** The form of the details page, which follows the world wherever nobody has typed. */
export function useSubscriptionForm(subscription: SubscriptionPage): {
  control: Control<SubscriptionForm>;
  handleSubmit: UseFormHandleSubmit<SubscriptionForm>;
  /** What stands in the fields has been sent: from here on they follow the world again. */
  wasSent: () => void;
  /** Back to what the world says. */
  reset: () => void;
} {
  const { control, handleSubmit, getValues, setValue } = useForm<SubscriptionForm>({
    defaultValues: formOf(subscription),
  });
  const before = useRef<SubscriptionForm>(undefined);

  const show = useCallback(
    ({ addOns, ...fields }: SubscriptionForm): void => {
      const present = getValues();
      for (const name of Object.keys(fields) as (keyof typeof fields)[]) {
        if (present[name] !== fields[name]) setValue(name, fields[name]);
      }
      for (const [id, licenses] of Object.entries(addOns)) {
        if (present.addOns[id] !== licenses) setValue(`addOns.${id}`, licenses);
      }
    },
    [getValues, setValue],
  );
  useEffect(() => {
    const after = formOf(subscription);
    if (before.current) show(follow(getValues(), before.current, after));
    before.current = after;
  }, [subscription, getValues, show]);

  return {
    control,
    handleSubmit,
    wasSent: () => {
      before.current = structuredClone(getValues());
    },
    reset: () => show(formOf(subscription)),
  };
}
