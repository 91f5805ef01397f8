/** What goes with a change besides what was asked for: said before it is confirmed (S0-42, S0-65, S0-69). */
import type { Preview } from '../api/dashboard';
import type { Language } from './language';

type Kind = Preview['sideEffects'][number]['kind'];

/** `names`: the add-ons that it is about, already joined. */
export function consequenceText(kind: Kind, names: string, language: Language): string {
  return language === 'sv' ? swedish(kind, names) : english(kind, names);
}

/** Several names as one text. */
export function joinNames(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-US', { type: 'conjunction' }).format(names);
}

function english(kind: Kind, names: string): string {
  switch (kind) {
    case 'accessLost':
      return 'Users lose access at once.';
    case 'autoRenewOff':
      return 'Auto-renew is off from now on. After a reactivation it must be turned on again by hand.';
    case 'billingGoesOn':
      return 'Billing goes on while it is suspended.';
    case 'addOnsSuspended':
      return `Add-ons are suspended with it: ${names}.`;
    case 'addOnsReactivated':
      return `Add-ons come back with it: ${names}.`;
    case 'dataDeleted':
      return 'The service and its data cannot be recovered.';
  }
}

function swedish(kind: Kind, names: string): string {
  switch (kind) {
    case 'accessLost':
      return 'Användarna förlorar åtkomsten genast.';
    case 'autoRenewOff':
      return 'Förnya automatiskt är av från och med nu. Efter en återaktivering måste det slås på igen för hand.';
    case 'billingGoesOn':
      return 'Faktureringen fortsätter medan den är pausad.';
    case 'addOnsSuspended':
      return `Tillägg pausas tillsammans med den: ${names}.`;
    case 'addOnsReactivated':
      return `Tillägg återkommer tillsammans med den: ${names}.`;
    case 'dataDeleted':
      return 'Tjänsten och dess data kan inte återställas.';
  }
}
