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
    case 'scheduleDeleted':
      return `The change that is scheduled for the next term is deleted: ${names}. You can save it again afterwards.`;
    case 'scheduleGone':
      return `The change that is scheduled for the next term is deleted: ${names}.`;
    case 'frequencyChangeDeleted':
      return 'The pending change of the billing frequency is deleted.';
    case 'licensesFollow':
      return 'Licenses are assigned to the same users automatically.';
    case 'licensesByHand':
      return 'Licenses must be assigned manually.';
    case 'notCancelable':
      return 'It cannot be canceled or reduced until it renews.';
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
    case 'scheduleDeleted':
      return `Ändringen som är schemalagd till nästa period tas bort: ${names}. Du kan spara den igen efteråt.`;
    case 'scheduleGone':
      return `Ändringen som är schemalagd till nästa period tas bort: ${names}.`;
    case 'frequencyChangeDeleted':
      return 'Den väntande ändringen av faktureringsfrekvensen tas bort.';
    case 'licensesFollow':
      return 'Licenserna tilldelas automatiskt till samma användare.';
    case 'licensesByHand':
      return 'Licenserna måste tilldelas manuellt.';
    case 'notCancelable':
      return 'Det kan inte avbrytas eller minskas förrän det förnyas.';
  }
}
