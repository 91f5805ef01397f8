import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { InvoiceLinesPage } from '../../api/billing';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { changeSearch } from '../../ui/url-state';
import styles from './Invoice.module.css';
import { FILTER_OF, type Group, type LineFilter } from './useLineFilter';

type GroupRow = InvoiceLinesPage['groups'][number];

/** The lines that match, added up by the API; a group opens its lines. */
export function GroupTable({
  groups,
  group,
  filter,
}: {
  groups: readonly GroupRow[];
  group: Group;
  filter: LineFilter;
}) {
  const t = useMessages();
  const format = useFormat();
  const rows = useMemo(() => groups.toSorted((one, other) => format.compare(one.name, other.name)), [groups, format]);
  const columns = useMemo(
    (): Column<GroupRow>[] => [
      {
        id: 'name',
        header: t.billing.groups[group],
        rowHeader: true,
        cell: (row) => <OpenGroup row={row} group={group} />,
      },
      {
        id: 'lines',
        header: t.billing.lines,
        align: 'end',
        width: '6rem',
        cell: (row) => format.number(row.lines),
      },
      {
        id: 'total',
        header: t.billing.total,
        align: 'end',
        width: '9rem',
        cell: (row) => <MoneyText amount={row.total} />,
      },
    ],
    [t, format, group],
  );
  return (
    <DataTable
      label={t.billing.reconciliation}
      columns={columns}
      rows={rows}
      totalCount={rows.length}
      rowKey={valueOf}
      empty={
        <EmptyState
          title={t.billing.noLinesTitle}
          text={t.billing.noLinesText}
          action={<Button onClick={filter.clear}>{t.billing.clearFilters}</Button>}
        />
      }
    />
  );
}

const valueOf = (row: GroupRow) => row.value;

function OpenGroup({ row, group }: { row: GroupRow; group: Group }) {
  const { search } = useLocation();
  return (
    <Link
      className={styles.name}
      {...(group === 'chargeType' && { lang: 'en' })}
      to={{ search: changeSearch(search, { group: undefined, [FILTER_OF[group]]: row.value }) }}
    >
      {row.name}
    </Link>
  );
}
