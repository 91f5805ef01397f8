import { Tab, TabList } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useMessages } from '../../ui/language';
import { SidePanel } from '../../ui/SidePanel';
import { ClockSection } from './ClockSection';
import { HistorySection } from './HistorySection';
import styles from './SimulationPanel.module.css';
import type { Work } from './WorkProgress';
import { WorldSection } from './WorldSection';

const TABS = ['clock', 'history', 'world'] as const;
type PanelTab = (typeof TABS)[number];

/** What no Partner Center has: the clock, the history that can be rewound, and the worlds to choose from. */
export function SimulationPanel({ work, onClose }: { work: Work | undefined; onClose: () => void }) {
  const t = useMessages();
  const id = useId();
  const [tab, setTab] = useState<PanelTab>('clock');
  return (
    <SidePanel open label={t.simulation.panel} onClose={onClose}>
      <TabList
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(TABS.find((each) => each === value) ?? 'clock')}
        className={styles.tabs}
      >
        {TABS.map((each) => (
          <Tab key={each} value={each} id={`${id}${each}`} aria-controls={`${id}panel`}>
            {t.simulation.tabs[each]}
          </Tab>
        ))}
      </TabList>
      <div id={`${id}panel`} role="tabpanel" aria-labelledby={`${id}${tab}`} className={styles.body}>
        {tab === 'clock' && <ClockSection work={work} onLeave={onClose} />}
        {tab === 'history' && <HistorySection work={work} onLeave={onClose} />}
        {tab === 'world' && <WorldSection work={work} />}
      </div>
    </SidePanel>
  );
}
