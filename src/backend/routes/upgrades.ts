import { transitionBody, upgradeBody } from '../../api/requests';
import type {
  Transition as TransitionResource,
  TransitionEligibility,
  TransitionError,
  Upgrade,
  UpgradeResult,
} from '../../api/subscriptions';
import { catalogItemIdOf, type Offer } from '../../domain/catalog/offer';
import type { Refusal } from '../../domain/refusals';
import { checkLegacyTarget, checkLegacyUpgrading, legacyTargets } from '../../domain/subscriptions/legacy-changes';
import { checkScheduling, scheduleChoices } from '../../domain/subscriptions/schedule';
import type { Subscription } from '../../domain/subscriptions/subscription';
import {
  checkTarget,
  checkUpgrading,
  existingTargets,
  upgradeTargets,
  type Transition,
} from '../../domain/subscriptions/upgrade';
import { explain } from '../../i18n/explain';
import { formatInstant } from '../../kernel/calendar';
import { guidOf } from '../../kernel/identity';
import type { Call } from '../call';
import { ok, type Reply } from '../reply';
import { collection } from '../resources/link';
import { readBillingCycle, readTermDuration } from './purchase-line';
import { withSubscription } from './subscriptions';
import type { BusinessRoutes } from './table';

export function addUpgradeRoutes(routes: BusinessRoutes): void {
  const one = '/v1/customers/:customerId/subscriptions/:subscriptionId';
  routes.add('GET', `${one}/transitionEligibilities`, withSubscription(eligibilities));
  routes.add('GET', `${one}/transitions`, withSubscription(transitions));
  routes.add('POST', `${one}/transitions`, withSubscription(makeTransition));
  routes.add('GET', `${one}/upgrades`, withSubscription(upgrades));
  routes.add('POST', `${one}/upgrades`, withSubscription(makeUpgrade));
}

function transitionError(refusal: Refusal, call: Call): TransitionError {
  return { code: transitionCode(refusal), description: explain(refusal, call.language) };
}

/** TransitionErrorCode of a refusal (REST API 6.8); legacy upgrades share the numbers (6.7). */
function transitionCode(refusal: Refusal): number {
  switch (refusal.type) {
    case 'UpgradeNotOffered':
      return refusal.because === 'notActive' ? 2 : refusal.because === 'addOns' ? 6 : 7;
    case 'SubscriptionDeleted':
    case 'ScheduleNeedsActive':
      return 2;
    case 'UpgradeConflict':
    case 'UpgradeLimit':
      return 3;
    case 'NotAnUpgrade':
      return 8;
    case 'TermNotOffered':
      return 10;
    default:
      return 0;
  }
}

/** Why licences cannot join a subscription: 1 to 4 (REST API 6.8). */
const JOIN_CODES: Record<Extract<Refusal, { type: 'TargetRefused' }>['because'], number> = {
  notActive: 1,
  inWindow: 2,
  termShorter: 3,
  endsEarlier: 4,
  same: 0,
  otherItem: 0,
  full: 0,
  trial: 0,
};

function eligibilities(call: Call, subscription: Subscription): Reply {
  const { state } = call;
  const scheduled = call.query('eligibilityType')?.toLowerCase() === 'scheduled';
  const general = checkUpgrading(state, subscription);
  if (general?.type === 'UpgradeNotOffered' && general.because === 'commerce') return call.refuse(general);
  const precondition = checkScheduling(subscription);
  const targets = scheduled
    ? scheduleChoices(state, subscription)
        .filter(({ offer }) => catalogItemIdOf(offer) !== subscription.catalogItemId)
        .map(({ offer, refusal }) => ({ offer, refusal: precondition ?? refusal }))
    : upgradeTargets(state, subscription).map((offer) => ({
        offer,
        refusal: checkTarget(state, subscription, offer),
      }));
  return ok(
    collection(
      targets.map(({ offer, refusal }): TransitionEligibility => {
        const errors = refusal ? [transitionError(refusal, call)] : [];
        return {
          operationId: guidOf(`eligibility:${subscription.id}:${catalogItemIdOf(offer)}`),
          catalogItemId: catalogItemIdOf(offer),
          title: offer.title,
          description: offer.description ?? '',
          quantity: subscription.quantity ?? 1,
          eligibilities: (['transition_with_license_transfer', 'transition_only'] as const).map((transitionType) => ({
            isEligible: errors.length === 0,
            transitionType,
            errors,
          })),
          subscriptionEligibilities: scheduled ? [] : joinable(call, subscription, offer),
          attributes: { objectType: 'TransitionEligibility' },
        };
      }),
    ),
  );
}

function joinable(
  call: Call,
  subscription: Subscription,
  offer: Offer,
): TransitionEligibility['subscriptionEligibilities'] {
  return existingTargets(call.state, subscription, offer, call.world.now).map(({ subscription: each, refusal }) => ({
    isEligible: refusal === undefined,
    subscriptionId: each.id,
    subscriptionFriendlyName: each.friendlyName,
    subscriptionTermDuration: each.term.duration,
    subscriptionBillingCycle: each.term.billingCycle,
    errors: refusal
      ? [
          {
            code: refusal.type === 'TargetRefused' ? JOIN_CODES[refusal.because] : 0,
            description: explain(refusal, call.language),
          },
        ]
      : [],
  }));
}

function transitions(call: Call, subscription: Subscription): Reply {
  if (subscription.commerce === 'legacy') {
    return call.refuse({ type: 'UpgradeNotOffered', because: 'commerce', status: subscription.status });
  }
  // The documentation writes the name in two ways.
  const wanted = call.query('operationId') ?? call.query('operation-id');
  const made = (call.state.transitions.get(subscription.id) ?? []).filter(
    ({ operationId }) => wanted === undefined || operationId === wanted.toLowerCase(),
  );
  return ok(collection(made.map((each) => transitionResource(subscription, each))));
}

function transitionResource(subscription: Subscription, made: Transition): TransitionResource {
  const timestamp = formatInstant(made.at);
  return {
    operationId: made.operationId,
    fromCatalogItemId: made.fromCatalogItemId,
    fromSubscriptionId: subscription.id,
    toCatalogItemId: made.toCatalogItemId,
    toSubscriptionId: made.toSubscriptionId,
    quantity: made.quantity,
    transitionType: made.transitionType,
    events: [
      { name: 'Conversion', status: 'Completed', timestamp, errors: [] },
      ...(made.licenses === 'automatic'
        ? [{ name: 'LicenseReassignment', status: 'Completed', timestamp, errors: [] }]
        : []),
    ],
    attributes: { objectType: 'Transition' },
  };
}

function makeTransition(call: Call, subscription: Subscription): Reply {
  const body = call.body(transitionBody);
  const present = subscription.trial?.convertsTo ?? subscription.term;
  const offer = call.state.catalog.item(body.toCatalogItemId);
  const term =
    body.termDuration || body.billingCycle
      ? {
          duration: body.termDuration ? readTermDuration(call, 'termDuration', body.termDuration) : present.duration,
          billingCycle: body.billingCycle
            ? readBillingCycle(call, 'billingCycle', body.billingCycle)
            : present.billingCycle,
        }
      : undefined;
  const command = {
    type: 'Upgrade',
    customerId: subscription.customerId,
    subscriptionId: subscription.id,
    wish: {
      toCatalogItemId: offer ? catalogItemIdOf(offer) : body.toCatalogItemId,
      quantity: body.quantity,
      transitionType: body.transitionType,
      ...(body.toSubscriptionId ? { toSubscriptionId: body.toSubscriptionId.toLowerCase() } : {}),
      ...(term ? { term } : {}),
    },
  } as const;
  return call.run(command, () => {
    const made = call.state.transitions.get(subscription.id)?.at(-1);
    if (!made) throw new Error(`The upgrade of ${subscription.id} left no transition`);
    return ok(transitionResource(subscription, made));
  });
}

function upgrades(call: Call, subscription: Subscription): Reply {
  const { state } = call;
  const general = checkLegacyUpgrading(state, subscription);
  if (general?.type === 'UpgradeNotOffered' && general.because === 'legacyOnly') return call.refuse(general);
  return ok(
    collection(
      legacyTargets(state, subscription).map((offer): Upgrade => {
        const refusal = checkLegacyTarget(state, subscription, offer);
        return {
          targetOffer: { id: catalogItemIdOf(offer), name: offer.title },
          upgradeType: refusal ? 'none' : 'upgrade_with_license_transfer',
          isEligible: refusal === undefined,
          quantity: subscription.quantity ?? 1,
          upgradeErrors: refusal ? [{ ...transitionError(refusal, call), additionalDetails: '' }] : [],
          attributes: { objectType: 'Upgrade' },
        };
      }),
    ),
  );
}

/** `upgrade_with_license_transfer` as the result writes it (REST API 6.7). */
const WITH_LICENSE_TRANSFER = 1;

function makeUpgrade(call: Call, subscription: Subscription): Reply {
  const body = call.body(upgradeBody);
  const { customerId, id: subscriptionId } = subscription;
  const command = { type: 'UpgradeLegacy', customerId, subscriptionId, toCatalogItemId: body.targetOffer.id } as const;
  return call.run(command, () => {
    const made = call.state.transitions.get(subscriptionId)?.at(-1);
    const result: UpgradeResult = {
      sourceSubscriptionId: subscriptionId,
      targetSubscriptionId: made?.toSubscriptionId ?? subscriptionId,
      upgradeType: WITH_LICENSE_TRANSFER,
      upgradeErrors: [],
      licenseErrors: [],
      attributes: { objectType: 'UpgradeResult' },
    };
    return ok(result);
  });
}
