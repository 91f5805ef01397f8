/** What support says, and what the topics of its form are called. */
import type { SupportTopic } from '../domain/support/service-request';
import { formatOf } from './explain';
import { plural, type Language } from './language';

/** The portal's own words for the type of problem (S3-44) in both languages. */
const TOPICS: Record<Language, Record<SupportTopic, string>> = {
  en: { purchaseRefund: 'CSP Purchase/Refund on behalf of customers', other: 'Something else' },
  sv: { purchaseRefund: 'CSP-köp/återbetalning för kunders räkning', other: 'Något annat' },
};

export function supportTopicName(topic: SupportTopic, language: Language): string {
  return TOPICS[language][topic];
}

export function supportApproval(licenses: number, language: Language): string {
  const number = formatOf(language).number(licenses);
  return language === 'sv'
    ? `Godkänd: ${number} ${plural(licenses, 'licens', 'licenser')} har tagits bort.`
    : `Approved: ${number} ${plural(licenses, 'license has', 'licenses have')} been removed.`;
}
