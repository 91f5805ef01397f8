import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { BilledLineRow, RelatedLine } from '../../api/billing';
import { invoiceHeadQuery } from '../../api/queries';
import { MoneyText } from '../../ui/Amounts';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { SidePanel } from '../../ui/SidePanel';
import { DateText, InstantText } from '../../ui/Time';
import { UnitPriceText } from '../../ui/UnitPriceText';
import { changeSearch } from '../../ui/url-state';
import styles from './Invoice.module.css';
import { Fact, Facts } from './InvoiceFacts';
import {
  customerPath,
  invoiceAddress,
  invoicePath,
  linePath,
  lineText,
  subscriptionPath,
  type InvoiceName,
  type LineName,
} from './links';
import type { LineFilter } from './useLineFilter';

/** Why a line is there: how its amount came about, what brought it, what it gives back and what gives it back. */
export function LinePanel({ name, filter }: { name: InvoiceName; filter: LineFilter }) {
  const t = useMessages();
  const format = useFormat();
  const { line } = filter;
  // A link may lead straight to a line: first the page's heading takes the focus, then the panel, which keeps it.
  const open = useDeferredValue(line !== undefined, false);
  return (
    <SidePanel
      open={open && line !== undefined}
      label={line ? `${t.billing.line} ${format.number(line.number)}` : t.billing.line}
      onClose={() => filter.explain(undefined)}
    >
      {line && <Explanation name={name} line={line} />}
    </SidePanel>
  );
}

function Explanation({ name, line }: { name: InvoiceName; line: LineName }) {
  const t = useMessages();
  const { invoice, query } = invoiceAddress(name);
  const asked = useQuery(
    invoiceHeadQuery(invoice, { ...query, subscriptionId: line.subscriptionId, number: String(line.number) }),
  );
  return (
    <QueryState query={asked} skeleton={<TableSkeleton rows={4} />}>
      {({ items: [row] }) =>
        row ? <Reasons name={name} row={row} /> : <p className={styles.text}>{t.billing.lineGone}</p>
      }
    </QueryState>
  );
}

function Reasons({ name, row }: { name: InvoiceName; row: BilledLineRow }) {
  const t = useMessages();
  const format = useFormat();
  const gives = row.related.filter(({ number }) => number === row.corrects);
  const given = row.related.filter(({ number }) => number !== row.corrects);
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(row.number);
  useEffect(() => {
    if (shown.current === row.number) return;
    shown.current = row.number;
    // The link that led here has gone with the line before: Tab and Escape go on from the new one.
    top.current?.focus();
  }, [row.number]);
  return (
    <div className={styles.reasons}>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <p className={styles.text}>
          {row.subscriptionName}, <span lang="en">{row.chargeType}</span>
        </p>
        <p className={styles.amount}>
          <MoneyText amount={row.subtotal} />
        </p>
      </div>
      <section>
        <h3>{t.billing.howTitle}</h3>
        <p>{row.explanation}</p>
      </section>
      <section>
        <h3>{t.billing.ruleTitle}</h3>
        <p>{row.rule}</p>
      </section>
      <section>
        <h3>{t.billing.causeTitle}</h3>
        {row.cause.summary && <p>{row.cause.summary}</p>}
        <p>
          <Link className={styles.link} to={`${subscriptionPath(row)}#history`}>
            {t.billing.subscriptionHistory}
          </Link>
        </p>
      </section>
      <Related title={t.billing.correctsTitle} name={name} row={row} lines={gives} />
      <Related title={t.billing.correctedByTitle} name={name} row={row} lines={given} />
      <section aria-label={t.billing.lineFacts}>
        <Facts>
          <Fact name={t.billing.customer}>
            <Link className={styles.link} to={customerPath(row.customerId)}>
              {row.customerName}
            </Link>
          </Fact>
          <Fact name={t.billing.subscription}>
            <Link className={styles.link} to={subscriptionPath(row)}>
              {row.subscriptionName}
            </Link>
          </Fact>
          <Fact name={t.billing.product}>{row.productName}</Fact>
          <Fact name={t.billing.family}>{row.productFamily}</Fact>
          <Fact name={t.billing.chargeType}>
            <span lang="en">{row.chargeType}</span>
          </Fact>
          <Fact name={t.billing.settled}>
            <InstantText at={row.settledAt} />
          </Fact>
          <Fact name={t.billing.start}>
            <DateText on={row.chargeStartDate} />
          </Fact>
          <Fact name={t.billing.end}>
            <DateText on={row.chargeEndDate} />
          </Fact>
          <Fact name={t.billing.listPrice}>
            <UnitPriceText amount={row.unitPrice} currency={row.amount.currency} />
          </Fact>
          <Fact name={t.billing.effectivePrice}>
            <UnitPriceText amount={row.effectiveUnitPrice} currency={row.amount.currency} />
          </Fact>
          <Fact name={t.billing.quantity}>{format.number(row.quantity)}</Fact>
          <Fact name={t.billing.amount}>
            <MoneyText amount={row.amount} />
          </Fact>
        </Facts>
      </section>
    </div>
  );
}

/** Other lines of the subscription, each with the way to it: on this invoice, or on the one that holds it. */
function Related({
  title,
  name,
  row,
  lines,
}: {
  title: string;
  name: InvoiceName;
  row: BilledLineRow;
  lines: readonly RelatedLine[];
}) {
  const t = useMessages();
  const format = useFormat();
  const { search } = useLocation();
  if (lines.length === 0) return null;
  const pathOf = ({ invoice, number }: RelatedLine) => {
    const line = { subscriptionId: row.subscriptionId, number };
    if (invoicePath(invoice) !== invoicePath(name)) return linePath(invoice, line);
    return { search: changeSearch(search, { line: lineText(line) }) };
  };
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.related}>
        {lines.map((line) => (
          <li key={line.number}>
            <Link className={styles.link} to={pathOf(line)}>
              {t.billing.line} {format.number(line.number)}
            </Link>
            , <span lang="en">{line.chargeType}</span>, <DateText on={line.chargeStartDate} /> –{' '}
            <DateText on={line.chargeEndDate} />: <MoneyText amount={line.amount} />,{' '}
            {line.invoice.id === null ? t.billing.relatedUnbilled : t.billing.relatedOn(line.invoice.id)}
          </li>
        ))}
      </ul>
    </section>
  );
}
