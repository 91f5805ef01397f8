import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { call } from '../../api/client';
import type { ServiceRequest, SupportTopic } from '../../api/service-requests';
import { ActionError } from '../../ui/ActionError';
import { useFormat, useLanguage, useMessages } from '../../ui/language';
import { useCommand } from '../../ui/useCommand';
import { ContactFields } from './ContactFields';
import { FileNames } from './FileNames';
import { LicensesToRemove } from './LicensesToRemove';
import { requestPath, type JustSent } from './links';
import styles from './support.module.css';
import {
  filledIn,
  LIMITS,
  requestBody,
  SEVERITIES,
  unfinished,
  type SupportFacts,
  type SupportForm,
} from './support-form';

/** The form of a request. What is typed stays whatever the API says. */
export function RequestForm({ facts, topics }: { facts: SupportFacts; topics: SupportTopic[] }) {
  const t = useMessages();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const [files, setFiles] = useState<string[]>([]);
  const [defaults] = useState(() => filledIn(facts, t));
  const { register, control, handleSubmit, formState } = useForm<SupportForm>({
    defaultValues: defaults,
    mode: 'onTouched',
  });
  const { errors } = formState;
  const send = useCommand<SupportForm, ServiceRequest>(
    (form, requestId) =>
      call(`/v1/servicerequests/${language}`, { method: 'POST', body: requestBody(form, facts), requestId }),
    {
      onSuccess: ({ id }) =>
        void navigate(requestPath(facts.customer.id, id), {
          replace: true,
          state: { sent: true, files } satisfies JustSent,
        }),
    },
  );
  const submit = handleSubmit((form) => send.mutate(form));

  /** A request for a refund must say what support needs (portal 8.7); other topics are free. */
  const checkDescription = (text: string, { topicId }: SupportForm): string | true => {
    if (text.trim().length === 0) return t.support.descriptionRule(format.number(LIMITS.description));
    const marks = topicId === facts.topicId ? unfinished(text, t) : [];
    return marks.length === 0 || t.support.descriptionUnfinished(marks.join(', '));
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <section className={styles.section} aria-labelledby="support-details">
        <h2 id="support-details" className={styles.heading}>
          {t.support.details}
        </h2>
        <Field label={t.support.topic} required>
          <Select defaultValue={defaults.topicId} {...register('topicId')}>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.support.impact} required className={styles.short}>
          <Select defaultValue={defaults.severity} {...register('severity')}>
            {SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {t.support.severity(severity)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.support.requestTitle} required validationMessage={errors.title?.message}>
          <Input
            defaultValue={defaults.title}
            {...register('title', {
              validate: (text) =>
                (text.trim().length > 0 && text.trim().length <= LIMITS.title) || t.support.titleRule(LIMITS.title),
            })}
          />
        </Field>
        <Field
          label={t.support.description}
          hint={t.support.descriptionHint}
          required
          validationMessage={errors.description?.message}
        >
          <Textarea
            resize="vertical"
            defaultValue={defaults.description}
            textarea={{ className: styles.description }}
            {...register('description', {
              maxLength: {
                value: LIMITS.description,
                message: t.support.descriptionRule(format.number(LIMITS.description)),
              },
              validate: checkDescription,
              deps: ['topicId'],
            })}
          />
        </Field>
        {facts.reduceBy !== undefined && <LicensesToRemove subscription={facts.subscription} control={control} />}
      </section>
      <ContactFields register={register} errors={errors} name={defaults.name} />
      <FileNames names={files} onChange={setFiles} />
      <ActionError error={send.error} onRetry={() => void submit()} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={send.isPending}>
          {t.support.submit}
        </Button>
      </div>
    </form>
  );
}
