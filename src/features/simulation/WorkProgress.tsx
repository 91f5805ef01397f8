import { ProgressBar } from '@fluentui/react-components';
import { useFormat, useMessages } from '../../ui/language';
import styles from './SimulationPanel.module.css';

/** A long piece of work of the world, which tells how far it has come. */
export interface Work {
  done: number;
  total: number;
}

export function WorkProgress({ work }: { work: Work | undefined }) {
  const t = useMessages();
  const format = useFormat();
  if (!work || work.total <= 0) return null;
  const share = work.done / work.total;
  const label = t.simulation.working(format.number(Math.floor(share * 100)));
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <ProgressBar aria-label={label} thickness="large" value={share} />
    </div>
  );
}
