import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { PersonCircleRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { call } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import type { Identity } from '../../api/simulation';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { useCommand } from '../../ui/useCommand';
import styles from './ProfileMenu.module.css';

/** Who is signed in, for which partner, and who else could be. */
export function ProfileMenu({ enabled }: { enabled: boolean }) {
  const t = useMessages();
  const id = useId();
  const notify = useNotify();
  const { data: session } = useQuery({ ...sessionQuery(), enabled });
  const signIn = useCommand(
    (userId: string, requestId) =>
      call<Identity | undefined>('/simulation/v1/identity', { method: 'PUT', body: { userId }, requestId }),
    {
      onSuccess: (_answer, userId) => {
        const name = session?.users.find((user) => user.id === userId)?.name ?? userId;
        notify({ intent: 'success', text: t.shell.profile.signedInAs(name) });
      },
      onError: (error) => notify({ intent: 'error', text: error.message }),
    },
  );
  const rolesText = (roles: readonly string[]): string =>
    roles.map((role) => t.shell.profile.roles[role] ?? role).join(', ') || t.shell.profile.noRoles;
  return (
    <Menu
      inline
      checkedValues={{ user: session ? [session.user.id] : [] }}
      onCheckedValueChange={(_event, { checkedItems: [userId] }) => {
        if (userId !== undefined && userId !== session?.user.id) signIn.mutate(userId);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<PersonCircleRegular />}
          aria-label={t.shell.profile.button}
          title={session?.user.name ?? t.shell.profile.button}
        />
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        {session && (
          <div id={`${id}who`} className={styles.who}>
            <strong>{session.user.name}</strong>
            <span>{rolesText(session.user.roles)}</span>
            <span className={styles.partner}>{session.partner.name}</span>
            <span>
              {t.shell.profile.partnerTypes[session.partner.type]} · {t.shell.profile.mpnId(session.partner.mpnId)}
            </span>
          </div>
        )}
        <MenuList aria-describedby={`${id}who`} className={styles.list}>
          <MenuGroup>
            <MenuGroupHeader>{t.shell.profile.switchUser}</MenuGroupHeader>
            {session?.users.map((user) => (
              <MenuItemRadio key={user.id} name="user" value={user.id} subText={rolesText(user.roles)}>
                {user.name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
