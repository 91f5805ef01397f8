/** Requests to support (REST API 10). Everybody sees only their own (portal 1.4). */
import { serviceRequestBody, serviceRequestPatchBody } from '../../api/requests';
import type { SupportTopic } from '../../api/service-requests';
import { statusOf, type ServiceRequest, type ServiceRequestDraft } from '../../domain/support/service-request';
import { supportTopicName } from '../../i18n/support-text';
import type { Call } from '../call';
import { own } from '../own';
import { created, ok, type Reply } from '../reply';
import { collection, offsetPage } from '../resources/link';
import { serviceRequestResource, serviceRequestRow, TOPICS } from '../resources/service-request';
import { readFilter, unknownFilter } from './filter';
import type { BusinessRoutes } from './table';

export function addServiceRequestRoutes(routes: BusinessRoutes): void {
  routes.add('GET', '/v1/servicerequests', listOwn);
  routes.add('GET', '/v1/servicerequests/supporttopics', topics);
  routes.add('GET', '/v1/servicerequests/:requestId', one);
  routes.add('PATCH', '/v1/servicerequests/:requestId', patch);
  routes.add('POST', '/v1/servicerequests/:agentLocale', file);
  routes.add('GET', '/v1/customers/:customerId/servicerequests', (call) => {
    const { id } = call.customer();
    const items = ownRequests(call).filter(({ customerId }) => customerId === id);
    return ok(collection(items.map((request) => serviceRequestResource(call.state, request, call.language))));
  });
  routes.add('GET', '/dashboard/v1/customers/:customerId/servicerequests', (call) => {
    const { id } = call.customer();
    const items = ownRequests(call)
      .filter(({ customerId }) => customerId === id)
      .map((request) => serviceRequestRow(call.state, request, call.language));
    return ok({ totalCount: items.length, items });
  });
}

/** The newest first. */
function ownRequests(call: Call): ServiceRequest[] {
  return [...call.state.serviceRequests.values()].filter(({ by }) => by === call.user.id).toReversed();
}

/** By status, the one field that is documented for this list (REST API 10). */
function statusFilter(call: Call): (request: ServiceRequest) => boolean {
  const filter = readFilter(call);
  if (!filter) return () => true;
  if (filter.field !== 'status') throw unknownFilter(call, 'Field', ['Status']);
  const isEqual = own({ equals: true, not_equals: false }, filter.operator);
  if (isEqual === undefined) throw unknownFilter(call, 'Operator', ['equals', 'not_equals']);
  return (request) => (statusOf(request) === filter.value.toLowerCase()) === isEqual;
}

/** By `size` and `offset`; without them all at once. */
function listOwn(call: Call): Reply {
  const all = ownRequests(call);
  const page = offsetPage(
    all.filter(statusFilter(call)),
    '/servicerequests',
    call.count('size') ?? 0,
    call.count('offset') ?? 0,
    call.query('filter'),
  );
  const items = page.items.map((request) => serviceRequestResource(call.state, request, call.language));
  return ok({ ...page, items });
}

function one(call: Call): Reply {
  const request = ownRequests(call).find(({ id }) => id === call.param('requestId'));
  return request
    ? ok(serviceRequestResource(call.state, request, call.language))
    : call.refuse({ type: 'ServiceRequestNotFound', requestId: call.param('requestId') });
}

function patch(call: Call): Reply {
  const body = call.body(serviceRequestPatchBody);
  const requestId = call.param('requestId');
  const command = {
    type: 'UpdateServiceRequest',
    requestId,
    ...(body.status === 'open' || body.status === 'closed' ? { status: body.status } : {}),
    ...(body.newNote ? { note: body.newNote.text } : {}),
  } as const;
  return call.run(command, () => one(call));
}

function topics(call: Call): Reply {
  const items = TOPICS.map(({ id, topic }): SupportTopic => {
    const name = supportTopicName(topic, call.language);
    return { id, name, description: name, attributes: { objectType: 'SupportTopic' } };
  });
  return ok(collection(items));
}

function file(call: Call): Reply {
  const body = call.body(serviceRequestBody);
  const { firstName, lastName, email, phoneNumber } = body.primaryContact;
  const topicId = Number(body.supportTopicId ?? TOPICS[0].id);
  const topic = TOPICS.find(({ id }) => id === topicId)?.topic;
  if (!topic) throw call.invalid('supportTopicId', `supportTopicId: ${TOPICS.map(({ id }) => id).join(', ')}`);
  const draft: ServiceRequestDraft = {
    customerId: body.organization.id.toLowerCase(),
    topic,
    severity: body.severity,
    title: body.title,
    description: body.description,
    contact: { name: [firstName, lastName].filter(Boolean).join(' '), email, phoneNumber },
    ...(body.subscriptionId ? { subscriptionId: body.subscriptionId.toLowerCase() } : {}),
    ...(body.subscriptionId && body.reduceBy ? { reduceBy: body.reduceBy } : {}),
  };
  return call.run({ type: 'FileServiceRequest', draft }, ([record]) => {
    const [event] = record?.events ?? [];
    if (event?.type !== 'ServiceRequestFiled') throw new Error('FileServiceRequest filed nothing');
    return created(serviceRequestResource(call.state, event.request, call.language));
  });
}
