import type { ChargeLine } from '../../api/dashboard';
import type { Charge } from '../../domain/billing/charge';
import { formatInstant } from '../../kernel/calendar';
import { unitPriceText } from '../../kernel/money';
import { amount } from './amounts';

export function chargeLine(charge: Charge): ChargeLine {
  return {
    chargeType: charge.chargeType,
    chargeStartDate: charge.startsOn,
    chargeEndDate: charge.endsOn,
    unitPrice: unitPriceText(charge.unitPrice),
    effectiveUnitPrice: unitPriceText(charge.effectiveUnitPrice),
    quantity: charge.quantity,
    amount: amount(charge.amount),
    settledAt: formatInstant(charge.settledAt),
  };
}
