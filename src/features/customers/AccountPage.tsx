import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { CustomerPage } from '../../api/dashboard';
import { sessionQuery } from '../../api/queries';
import { useFormat, useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import styles from './AccountPage.module.css';
import { CopyableText } from '../../ui/CopyableText';
import { useCustomer } from './customer-context';
import { CustomerSubpage } from './CustomerSubpage';

/** What is known about the customer itself (portal 2.3, Account). */
export function AccountPage() {
  const t = useMessages();
  const customer = useCustomer();
  return (
    <CustomerSubpage title={t.customers.pages.account}>
      <div className={styles.sections}>
        <CompanyInfo customer={customer} />
        <Agreement customer={customer} />
        <Contact customer={customer} />
        <Billing customer={customer} />
      </div>
    </CustomerSubpage>
  );
}

function CompanyInfo({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const format = useFormat();
  const qualifications = customer.qualifications.map(t.customers.qualification);
  return (
    <Section title={t.customers.companyInfo}>
      <Fact name={t.customers.companyName}>{customer.companyName}</Fact>
      <Fact name={t.customers.microsoftId}>
        <CopyableText text={customer.id} label={t.customers.copyMicrosoftId(customer.companyName)} />
      </Fact>
      <Fact name={t.customers.domain}>{customer.domain}</Fact>
      <Fact name={t.customers.country}>{format.country(customer.country)}</Fact>
      <Fact name={t.customers.relationship}>{t.customers.relationshipOf(customer.relationshipToPartner)}</Fact>
      {customer.reseller && (
        <Fact name={t.customers.reseller}>
          {customer.reseller.name} ({customer.reseller.mpnId})
        </Fact>
      )}
      <Fact name={t.customers.qualifications}>{qualifications.join(', ') || t.customers.noQualifications}</Fact>
    </Section>
  );
}

function Agreement({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const { acceptedOn } = customer.agreement;
  if (acceptedOn) {
    return (
      <Section title={t.customers.agreement}>
        <Fact name={t.customers.agreementAccepted}>
          <DateText on={acceptedOn} />
        </Fact>
      </Section>
    );
  }
  return (
    <Section
      title={t.customers.agreement}
      note={
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.customers.agreementMissing}</MessageBarBody>
        </MessageBar>
      }
    />
  );
}

function Contact({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const { firstName, lastName, email, phoneNumber } = customer.contact;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return (
    <Section title={t.customers.contact}>
      <Fact name={t.customers.contactName}>{name || t.customers.notGiven}</Fact>
      <Fact name={t.customers.email}>{email || t.customers.notGiven}</Fact>
      <Fact name={t.customers.phone}>{phoneNumber || t.customers.notGiven}</Fact>
    </Section>
  );
}

function Billing({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const format = useFormat();
  const session = useQuery(sessionQuery());
  const { addressLine1, city, state, postalCode, country } = customer.address;
  const lines = [
    addressLine1,
    [postalCode, city].filter(Boolean).join(' '),
    state,
    country && format.country(country),
  ].filter((line): line is string => Boolean(line));
  return (
    <Section
      title={t.customers.billing}
      note={session.data && <p className={styles.note}>{t.customers.billedToPartner(session.data.partner.name)}</p>}
    >
      <Fact name={t.customers.billTo}>{customer.companyName}</Fact>
      <Fact name={t.customers.address}>
        {lines.map((line) => (
          <span key={line} className={styles.line}>
            {line}
          </span>
        ))}
      </Fact>
      <Fact name={t.customers.priceCurrency}>{customer.currency}</Fact>
    </Section>
  );
}

function Section({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {note}
      {children && <dl className={styles.facts}>{children}</dl>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
