import { Field, Input } from '@fluentui/react-components';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { useMessages } from '../../ui/language';
import styles from './support.module.css';
import { EMAIL, LIMITS, type SupportForm } from './support-form';

/** Whom support may get in touch with. */
export function ContactFields({
  register,
  errors,
  name: knownName,
}: {
  register: UseFormRegister<SupportForm>;
  errors: FieldErrors<SupportForm>;
  name: string;
}) {
  const t = useMessages();
  const { name, email, phone } = LIMITS;
  const within = (text: string, least: number, most: number): boolean => {
    const { length } = text.trim();
    return length >= least && length <= most;
  };
  return (
    <fieldset className={styles.section}>
      <legend className={styles.heading}>{t.support.contact}</legend>
      <p className={styles.note}>{t.support.contactHint}</p>
      <Field label={t.support.name} required validationMessage={errors.name?.message}>
        <Input
          autoComplete="name"
          defaultValue={knownName}
          {...register('name', { validate: (text) => within(text, 1, name) || t.support.nameRule(name) })}
        />
      </Field>
      <Field label={t.support.email} required validationMessage={errors.email?.message}>
        <Input
          type="email"
          autoComplete="email"
          {...register('email', {
            validate: (text) => (within(text, 3, email) && EMAIL.test(text.trim())) || t.support.emailRule,
          })}
        />
      </Field>
      <Field label={t.support.phone} required className={styles.short} validationMessage={errors.phone?.message}>
        <Input
          type="tel"
          autoComplete="tel"
          {...register('phone', {
            validate: (text) => within(text, phone.least, phone.most) || t.support.phoneRule(phone.least, phone.most),
          })}
        />
      </Field>
    </fieldset>
  );
}
