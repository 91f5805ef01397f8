import { Badge, Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowResetRegular, ArrowUploadRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ChangeEvent } from 'react';
import { call } from '../../api/client';
import type { Session } from '../../api/dashboard';
import { clockQuery, scenariosQuery, sessionQuery } from '../../api/queries';
import type { ScenarioEntry } from '../../api/simulation';
import { ActionError } from '../../ui/ActionError';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { CopyButton } from '../../ui/CopyButton';
import { downloadFile } from '../../ui/csv';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { useCommand } from '../../ui/useCommand';
import styles from './SimulationPanel.module.css';
import { useReplaceWorld } from './useReplaceWorld';
import { WorkProgress, type Work } from './WorkProgress';
import { exportName, importBodyOf, MAX_FILE_BYTES } from './world-file';

/** The world as a whole: keep it, bring another, start again, choose a scenario. */
export function WorldSection({ work }: { work: Work | undefined }) {
  const t = useMessages();
  const session = useQuery(sessionQuery());
  return (
    <>
      <section aria-label={t.simulation.current} className={styles.section}>
        <h3>{t.simulation.current}</h3>
        <QueryState query={session} skeleton={<TableSkeleton rows={2} />}>
          {({ scenario }) => <CurrentWorld scenario={scenario} work={work} />}
        </QueryState>
      </section>
      <Gallery current={session.data?.scenario.name} work={work} />
    </>
  );
}

function CurrentWorld({ scenario, work }: { scenario: Session['scenario']; work: Work | undefined }) {
  const t = useMessages();
  const { data: clock } = useQuery(clockQuery());
  const [asking, setAsking] = useState(false);
  const link = `${window.location.origin}${import.meta.env.BASE_URL}?scenario=${encodeURIComponent(scenario.name)}`;
  const save = useCommand<void>(() => call('/simulation/v1/world'), {
    onSuccess: (world) =>
      downloadFile(exportName(scenario.name, clock?.now ?? ''), 'application/json', JSON.stringify(world)),
  });
  const reset = useReplaceWorld(() => setAsking(false));
  return (
    <>
      <p className={styles.text}>{t.simulation.currentScenario(scenario.title)}</p>
      <div className={styles.row}>
        <Button icon={<ArrowDownloadRegular />} disabledFocusable={save.isPending} onClick={() => save.mutate()}>
          {t.simulation.export}
        </Button>
        <Button icon={<ArrowResetRegular />} onClick={() => setAsking(true)}>
          {t.simulation.reset}
        </Button>
        <CopyButton text={link} label={t.simulation.copyLink} />
      </div>
      <ActionError error={save.error} onRetry={() => save.mutate()} />
      <Import work={work} />
      <ConfirmDialog
        open={asking}
        title={t.simulation.resetTitle}
        confirmLabel={t.simulation.reset}
        dismissLabel={t.common.cancel}
        busy={reset.isPending}
        onConfirm={() => reset.mutate({ body: { scenario: scenario.name }, done: t.simulation.resetDone })}
        onDismiss={() => setAsking(false)}
      >
        <p>{t.simulation.resetText(scenario.title)}</p>
        {reset.isPending && <WorkProgress work={work} />}
        <ActionError error={reset.error} />
      </ConfirmDialog>
    </>
  );
}

function Import({ work }: { work: Work | undefined }) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Error>();
  const replace = useReplaceWorld();

  const pick = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (!file) return;
    setProblem(undefined);
    replace.reset();
    const body = file.size > MAX_FILE_BYTES ? undefined : importBodyOf(await file.text());
    // The same file may be chosen again after it has been corrected.
    field.value = '';
    if (body) replace.mutate({ body, done: t.simulation.imported(file.name) });
    else {
      const text = file.size > MAX_FILE_BYTES ? t.simulation.importTooLarge : t.simulation.importNotJson;
      setProblem(new FileProblem(text));
    }
  };

  return (
    <>
      <div className={styles.row}>
        <Button
          icon={<ArrowUploadRegular />}
          disabledFocusable={replace.isPending}
          onClick={() => picker.current?.click()}
        >
          {t.simulation.import}
        </Button>
        <input
          ref={picker}
          className={styles.file}
          type="file"
          accept="application/json,.json"
          aria-label={t.simulation.import}
          onChange={(event) => void pick(event)}
        />
      </div>
      <p className={styles.text}>{t.simulation.importText}</p>
      {replace.isPending && <WorkProgress work={work} />}
      <ActionError error={problem ?? replace.error} />
    </>
  );
}

/** A file that is refused before it is sent; shown like a refusal of the API. */
class FileProblem extends Error {
  readonly status = 400;

  constructor(description: string) {
    super(description);
    this.name = 'RefusalError';
  }
}

function Gallery({ current, work }: { current: string | undefined; work: Work | undefined }) {
  const t = useMessages();
  const format = useFormat();
  const scenarios = useQuery(scenariosQuery());
  const [wanted, setWanted] = useState<ScenarioEntry>();
  const open = useReplaceWorld(() => setWanted(undefined));
  return (
    <section aria-label={t.simulation.scenarios} className={styles.section}>
      <h3>{t.simulation.scenarios}</h3>
      <QueryState query={scenarios} skeleton={<TableSkeleton />}>
        {(items) => (
          <ul className={styles.scenarios}>
            {items.map((scenario) => (
              <li key={scenario.name} className={styles.scenario}>
                <div>
                  <h4>{scenario.title}</h4>
                  <p>{scenario.story}</p>
                </div>
                <Button
                  size="small"
                  aria-label={t.simulation.openNamed(scenario.title)}
                  onClick={() => setWanted(scenario)}
                >
                  {t.simulation.open}
                </Button>
                <div className={styles.tags}>
                  <span className={styles.note}>{t.simulation.startsAt(format.date(scenario.startsAt))}</span>
                  {scenario.name === current && (
                    <Badge appearance="tint" color="brand">
                      {t.simulation.isOpen}
                    </Badge>
                  )}
                  {scenario.tags.map((tag) => (
                    <Badge key={tag} appearance="outline" color="informative">
                      {tag}
                    </Badge>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      <ConfirmDialog
        open={wanted !== undefined}
        title={t.simulation.openTitle(wanted?.title ?? '')}
        confirmLabel={t.simulation.open}
        dismissLabel={t.common.cancel}
        busy={open.isPending}
        onConfirm={() =>
          wanted && open.mutate({ body: { scenario: wanted.name }, done: t.simulation.opened(wanted.title) })
        }
        onDismiss={() => {
          open.reset();
          setWanted(undefined);
        }}
      >
        <p>{t.simulation.openText}</p>
        {open.isPending && <WorkProgress work={work} />}
        <ActionError error={open.error} />
      </ConfirmDialog>
    </section>
  );
}
