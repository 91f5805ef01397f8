import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useMessages } from './language';
import styles from './SidePanel.module.css';
import { useFocusReturn } from './useFocusReturn';

/** A panel over the right side of the screen: a dialog named `label`. Escape and the button close it. */
export function SidePanel({
  open,
  label,
  onClose,
  children,
}: {
  open: boolean;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useMessages();
  useFocusReturn(open);
  return (
    <OverlayDrawer
      open={open}
      position="end"
      size="medium"
      aria-label={label}
      className={styles.panel}
      onOpenChange={(_event, data) => {
        if (!data.open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.common.close} onClick={onClose} />
          }
        >
          {label}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
