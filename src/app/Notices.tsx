import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client';
import type { Session } from '../api/dashboard';
import { sessionQuery } from '../api/queries';
import { downloadFile } from '../ui/csv';
import { useFormat, useMessages } from '../ui/language';
import { useNotify } from '../ui/notify';
import { useCommand } from '../ui/useCommand';
import type { StartNotice } from './start';

type WorldNotice = Session['notices'][number];

/** What the start and the stored world have to say, each once, until it is put away. */
export function Notices({ start }: { start: readonly StartNotice[] }) {
  const { data: session } = useQuery(sessionQuery());
  const [gone, setGone] = useState<readonly StartNotice[]>([]);
  const [dismissed, setDismissed] = useState<readonly WorldNotice['code'][]>([]);
  useAnnounceOpened(start);
  return (
    <>
      {start
        .filter((notice) => notice.kind !== 'opened' && !gone.includes(notice))
        .map((notice) => (
          <StartNoticeBar
            key={notice.kind}
            notice={notice}
            onDismiss={() => setGone((notices) => [...notices, notice])}
          />
        ))}
      {session?.notices
        .filter(({ code }) => !dismissed.includes(code))
        .map((notice) => (
          <WorldNoticeBar
            key={notice.code}
            notice={notice}
            onDismiss={() => setDismissed((codes) => [...codes, notice.code])}
          />
        ))}
    </>
  );
}

/** A link that replaced the world says so, and the replaced world is one click away (decisions 18). */
function useAnnounceOpened(notices: readonly StartNotice[]): void {
  const t = useMessages();
  const notify = useNotify();
  const announced = useRef(false);
  const undo = useCommand<void>(() => call('/simulation/v1/world', { method: 'PUT', body: { previous: true } }), {
    onSuccess: () => notify({ intent: 'success', text: t.shell.start.undone }),
    onError: (error) => notify({ intent: 'error', text: error.message }),
  });
  const opened = notices.find((notice) => notice.kind === 'opened');
  useEffect(() => {
    if (!opened || announced.current) return;
    announced.current = true;
    notify({
      intent: 'info',
      text: t.shell.start.opened(opened.title),
      action: { label: t.shell.start.undo, onClick: () => undo.mutate() },
    });
  }, [opened, notify, t, undo]);
}

function StartNoticeBar({ notice, onDismiss }: { notice: StartNotice; onDismiss: () => void }) {
  const t = useMessages();
  const format = useFormat();
  const text = ((): string => {
    switch (notice.kind) {
      case 'opened':
        return t.shell.start.opened(notice.title);
      case 'nowIgnored':
        return t.shell.start.nowIgnored(notice.asked, format.instant(notice.now));
      case 'nowUnreadable':
        return t.shell.start.nowUnreadable(notice.asked);
      case 'userUnknown':
        return t.shell.start.userUnknown(notice.asked);
      case 'linkFailed':
        return t.shell.start.linkFailed(notice.reason ?? t.shell.start.noAnswer);
    }
  })();
  return <NoticeBar text={text} onDismiss={onDismiss} />;
}

function WorldNoticeBar({ notice, onDismiss }: { notice: WorldNotice; onDismiss: () => void }) {
  const { file } = notice;
  return (
    <NoticeBar
      text={notice.description}
      onDismiss={onDismiss}
      onDownload={file === undefined ? undefined : () => downloadFile('world-set-aside.json', 'application/json', file)}
    />
  );
}

function NoticeBar({ text, onDismiss, onDownload }: { text: string; onDismiss: () => void; onDownload?: () => void }) {
  const t = useMessages();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {text} {onDownload && <Link onClick={onDownload}>{t.shell.notices.download}</Link>}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t.shell.notices.dismiss}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}
