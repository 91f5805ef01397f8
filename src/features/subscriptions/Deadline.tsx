import { useQuery } from '@tanstack/react-query';
import { clockQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { timeLeft } from './remaining';

/** An instant at which something is over, and how far away it is on the simulated clock. */
export function Deadline({ at }: { at: string }) {
  const t = useMessages();
  const { data: clock } = useQuery(clockQuery());
  const left = clock && timeLeft(at, clock.now);
  return (
    <>
      <InstantText at={at} />
      {left && ` (${t.subscriptions.timeLeft(left.days, left.hours, left.minutes)})`}
    </>
  );
}
