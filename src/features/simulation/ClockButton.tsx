import { Button } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { clockQuery } from '../../api/queries';
import { useFormat, useMessages } from '../../ui/language';
import styles from './ClockButton.module.css';

/** The simulated instant in UTC; hovering tells the same instant on this machine's wall clock. Opens the panel. */
export function ClockButton({
  enabled,
  expanded,
  onClick,
}: {
  enabled: boolean;
  expanded: boolean;
  onClick: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { data: clock } = useQuery({
    ...clockQuery(),
    enabled,
    // A clock that runs by itself is looked at once a second; one that stands still tells when it is moved.
    refetchInterval: (query) => (query.state.data && query.state.data.rate > 0 ? 1000 : false),
  });
  return (
    <Button
      appearance="subtle"
      className={styles.clock}
      icon={<ClockRegular />}
      aria-haspopup="dialog"
      aria-expanded={expanded}
      aria-label={clock ? t.simulation.clockButton(format.instant(clock.now)) : t.simulation.clockStarting}
      title={clock && t.ui.localTime(format.localInstant(clock.now))}
      onClick={onClick}
    >
      {clock ? (
        <>
          <span className={styles.long}>{format.instant(clock.now)}</span>
          <span className={styles.short}>{format.date(clock.now)}</span>
        </>
      ) : (
        <span className={styles.pending} />
      )}
    </Button>
  );
}
