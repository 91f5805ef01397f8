/** What a request to support is filled in with, and how it is sent. */
import type { CustomerPage, SubscriptionPage } from '../../api/dashboard';
import type { Messages } from '../../i18n/messages/en';

/** What the API takes (its schema says the same and refuses the rest). */
export const LIMITS = { title: 256, description: 10_000, name: 64, email: 254, phone: { least: 3, most: 32 } };
export const EMAIL = /^[^@\s]+@[^@\s]+$/;
export const SEVERITIES = ['critical', 'moderate', 'minimal'] as const;

export interface SupportForm {
  topicId: string;
  severity: string;
  title: string;
  description: string;
  /** Text of the spin button; empty when no licences are to be taken away. */
  reduceBy: string;
  name: string;
  email: string;
  phone: string;
}

/** What is known when the form opens. */
export interface SupportFacts {
  customer: Pick<CustomerPage, 'id' | 'companyName' | 'domain'>;
  subscription?: SubscriptionPage | undefined;
  /** How many licences the link asked to take away, where it is about that. */
  reduceBy?: number | undefined;
  userName: string;
  topicId: string;
}

/** How many licences support takes away now, and until when the first of them; the API publishes both by batch. */
export function supportReduction(
  subscription: Pick<SubscriptionPage, 'batches'> | undefined,
): { upTo: number; until: string } | undefined {
  const open = subscription?.batches.flatMap(({ quantity, supportUntil }) =>
    supportUntil === null ? [] : [{ quantity, until: supportUntil }],
  );
  const [first] = open?.map(({ until }) => until).toSorted() ?? [];
  if (!open || first === undefined) return undefined;
  return { upTo: open.reduce((total, { quantity }) => total + quantity, 0), until: first };
}

/** The form as it opens: everything that is known is written already, the rest is marked (portal 8.7). */
export function filledIn(
  { customer, subscription, reduceBy, userName, topicId }: SupportFacts,
  t: Messages,
): SupportForm {
  const possible = supportReduction(subscription);
  const reduces = reduceBy !== undefined && possible !== undefined;
  const { placeholders, template, refundLines } = t.support;
  const about = template({
    company: customer.companyName,
    domain: customer.domain,
    tenant: customer.id,
    subscription: subscription?.id ?? '',
    order: subscription?.orderId ?? '',
  });
  const refund = reduces
    ? refundLines(t.support.reductionReason, t.support.reductionAmount)
    : refundLines(placeholders.reason, placeholders.amount);
  const titleOf = reduces ? t.support.titleForReduction : t.support.titleFor;
  return {
    topicId,
    severity: 'moderate',
    title: subscription ? titleOf(subscription.name).slice(0, LIMITS.title) : '',
    description: `${about}\n${refund}`,
    reduceBy: reduces ? String(Math.min(Math.max(1, reduceBy), possible.upTo)) : '',
    name: userName,
    email: '',
    phone: '',
  };
}

/** The marks that still stand in a description. */
export function unfinished(description: string, t: Messages): string[] {
  return Object.values(t.support.placeholders).filter((mark) => description.includes(mark));
}

/** The request as the API documents it: the last word of a name is the family name. */
export function requestBody(
  form: SupportForm,
  { customer, subscription }: Pick<SupportFacts, 'customer' | 'subscription'>,
) {
  const words = form.name.trim().split(/\s+/);
  return {
    title: form.title.trim(),
    description: form.description.trim(),
    severity: form.severity,
    supportTopicId: Number(form.topicId),
    organization: { id: customer.id },
    primaryContact: {
      firstName: words.slice(0, -1).join(' '),
      lastName: words.at(-1) ?? '',
      email: form.email.trim(),
      phoneNumber: form.phone.trim(),
    },
    ...(subscription ? { subscriptionId: subscription.id } : {}),
    ...(subscription && form.reduceBy !== '' ? { reduceBy: Number(form.reduceBy) } : {}),
  };
}

/** The number of licences that an address asks to take away. */
export function askedReduction(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
