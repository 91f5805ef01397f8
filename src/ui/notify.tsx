import { Button, Link, Toast, Toaster, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { useMessages } from './language';

const TOASTER = 'notifications';

export interface Notification {
  intent: 'success' | 'info' | 'warning' | 'error';
  text: string;
  action?: { label: string; onClick: () => void };
}

/** Where notifications appear; stands once, in the shell. */
export function Notifications() {
  const t = useMessages();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <section ref={setPlace} aria-label={t.ui.notifications}>
      {place && (
        <Toaster toasterId={TOASTER} mountNode={place} position="bottom-end" limit={4} pauseOnHover pauseOnWindowBlur />
      )}
    </section>
  );
}

/** Says something that has just happened. What can be acted upon, and what went wrong, stays until it is dismissed. */
export function useNotify(): (notification: Notification) => void {
  const { dispatchToast } = useToastController(TOASTER);
  return useCallback(
    (notification) => {
      const stays = notification.action !== undefined || notification.intent === 'error';
      dispatchToast(<NotificationToast notification={notification} />, {
        intent: notification.intent,
        timeout: stays ? -1 : 6000,
        politeness: notification.intent === 'error' ? 'assertive' : 'polite',
      });
    },
    [dispatchToast],
  );
}

function NotificationToast({ notification: { text, action } }: { notification: Notification }) {
  const t = useMessages();
  const dismiss = (
    <ToastTrigger>
      <Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={t.common.close} />
    </ToastTrigger>
  );
  return (
    <Toast>
      <ToastTitle
        style={{ fontWeight: 'var(--fontWeightRegular)' }}
        action={
          <>
            {action && (
              <ToastTrigger>
                <Link onClick={action.onClick}>{action.label}</Link>
              </ToastTrigger>
            )}
            {dismiss}
          </>
        }
      >
        {text}
      </ToastTitle>
    </Toast>
  );
}
