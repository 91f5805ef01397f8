import { addDays, type PlainDate } from '../../kernel/calendar';

/** The first billing date after a day: what happens on the billing date itself is in the next file (decisions 24). */
export function nextBillingDay(on: PlainDate, billingDay: number): PlainDate {
  let day = addDays(on, 1);
  while (Number(day.slice(8, 10)) !== billingDay) day = addDays(day, 1);
  return day;
}
