import type { ServiceRequestRow } from '../../api/dashboard';
import type { ServiceRequest as ServiceRequestResource } from '../../api/service-requests';
import type { State } from '../../domain/state';
import { closedAt, lastChangedAt, statusOf, type ServiceRequest } from '../../domain/support/service-request';
import { explain } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { supportApproval, supportTopicName } from '../../i18n/support-text';
import { formatInstant } from '../../kernel/calendar';

/** Topics of the form by their numbers; the first is what the portal preselects (S3-44). */
export const TOPICS = [
  { id: 1, topic: 'purchaseRefund' },
  { id: 2, topic: 'other' },
] as const;

const NOT_CLOSED = '0001-01-01T00:00:00';

function answerText(request: ServiceRequest, language: Language): string {
  const { answer, reduceBy = 0 } = request;
  return answer && !answer.approved ? explain(answer.refusal, language) : supportApproval(reduceBy, language);
}

export function serviceRequestRow(state: State, request: ServiceRequest, language: Language): ServiceRequestRow {
  const subscription = state.subscriptions.get(request.subscriptionId ?? '');
  const { answer, answersAt } = request;
  return {
    id: request.id,
    title: request.title,
    description: request.description,
    severity: request.severity,
    topic: request.topic,
    createdAt: formatInstant(request.createdAt),
    status: statusOf(request),
    customerId: request.customerId,
    customerName: state.customers.get(request.customerId)?.companyName ?? '',
    ...(subscription ? { subscriptionId: subscription.id, subscriptionName: subscription.friendlyName } : {}),
    ...(answersAt !== null && !answer ? { answersAt: formatInstant(answersAt) } : {}),
    ...(answer
      ? {
          answer: {
            at: formatInstant(answer.at),
            approved: answer.approved,
            description: answerText(request, language),
          },
        }
      : {}),
  };
}

export function serviceRequestResource(
  state: State,
  request: ServiceRequest,
  language: Language,
): ServiceRequestResource {
  const { answer, contact } = request;
  const closed = closedAt(request);
  const [firstName = '', ...rest] = contact.name.split(' ');
  return {
    id: request.id,
    title: request.title,
    description: request.description,
    severity: request.severity,
    supportTopicId: TOPICS.find(({ topic }) => topic === request.topic)?.id ?? 2,
    supportTopicName: supportTopicName(request.topic, language),
    status: statusOf(request),
    organization: { id: request.customerId, name: state.customers.get(request.customerId)?.companyName ?? '' },
    primaryContact: {
      firstName: rest.length > 0 ? firstName : '',
      lastName: rest.length > 0 ? rest.join(' ') : firstName,
      email: contact.email,
      phoneNumber: contact.phoneNumber,
    },
    createdDate: formatInstant(request.createdAt),
    lastModifiedDate: formatInstant(lastChangedAt(request)),
    lastClosedDate: closed === null ? NOT_CLOSED : formatInstant(closed),
    notes: [
      ...(request.notes ?? []).map(({ by, at, text }) => ({
        createdByName: state.users.find(({ id }) => id === by)?.name ?? by,
        createdDate: formatInstant(at),
        text,
      })),
      ...(answer
        ? [{ createdByName: 'Support', createdDate: formatInstant(answer.at), text: answerText(request, language) }]
        : []),
    ],
    ...(request.subscriptionId ? { subscriptionId: request.subscriptionId } : {}),
    ...(request.reduceBy === undefined ? {} : { reduceBy: request.reduceBy }),
    attributes: { objectType: 'ServiceRequest' },
  };
}
