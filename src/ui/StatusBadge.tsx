import { Badge } from '@fluentui/react-components';
import { useMessages } from './language';

export type BadgeStatus =
  'active' | 'actionNeeded' | 'pending' | 'suspended' | 'expired' | 'disabled' | 'canceled' | 'deleted';

const COLORS = {
  active: 'success',
  actionNeeded: 'severe',
  pending: 'informative',
  suspended: 'warning',
  expired: 'warning',
  disabled: 'informative',
  canceled: 'informative',
  deleted: 'informative',
} as const;

/** The status of a subscription as a word; the colour only repeats it. */
export function StatusBadge({ status }: { status: BadgeStatus }) {
  const t = useMessages();
  return (
    <Badge
      appearance="tint"
      color={COLORS[status]}
      shape="rounded"
      size="large"
      style={{ flexShrink: 0, whiteSpace: 'nowrap' }}
    >
      {t.ui.status[status]}
    </Badge>
  );
}
