import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFocusReturn } from './useFocusReturn';

/** Asks before something is done. The dismissing button comes first, so that Enter on opening changes nothing. */
export function ConfirmDialog({
  open,
  title,
  confirmLabel,
  dismissLabel,
  onConfirm,
  onDismiss,
  busy = false,
  blocked = false,
  children,
}: {
  open: boolean;
  title: string;
  confirmLabel: string;
  dismissLabel: string;
  onConfirm: () => void;
  onDismiss: () => void;
  busy?: boolean;
  /** It cannot be confirmed now, only dismissed. */
  blocked?: boolean;
  children?: ReactNode;
}) {
  useFocusReturn(open);
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, data) => {
        if (!data.open && !busy) onDismiss();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={onDismiss} disabled={busy}>
              {dismissLabel}
            </Button>
            <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy || blocked}>
              {confirmLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
