import { useMemo } from 'react';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { useMessages } from '../../ui/language';
import type { SpendMonth } from './spend';
import { useMonthNames } from './useMonthNames';

/** The figures of the chart, the latest month first. */
export function SpendTable({ spend, families }: { spend: readonly SpendMonth[]; families: readonly string[] }) {
  const t = useMessages();
  const names = useMonthNames();
  const rows = useMemo(() => spend.toReversed(), [spend]);
  const columns = useMemo(
    (): Column<SpendMonth>[] => [
      {
        id: 'month',
        header: t.billing.month,
        rowHeader: true,
        width: '9rem',
        cell: (row) => names.long(row.month),
      },
      {
        id: 'total',
        header: t.billing.total,
        align: 'end',
        width: '8rem',
        cell: (row) => <MoneyText amount={row.total} />,
      },
      ...families.map((family): Column<SpendMonth> => ({
        id: `family ${family}`,
        header: family,
        align: 'end',
        width: '8rem',
        cell: (row) => {
          const found = row.families.find((each) => each.family === family);
          return found ? <MoneyText amount={found.amount} /> : '–';
        },
      })),
    ],
    [t, names, families],
  );
  return (
    <DataTable label={t.billing.spendFigures} columns={columns} rows={rows} totalCount={rows.length} rowKey={monthOf} />
  );
}

const monthOf = (row: SpendMonth) => row.month;
