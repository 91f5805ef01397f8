import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { useMessages } from '../../ui/language';
import type { CarriedFacts } from './carried-facts';
import { PublisherFrame } from './PublisherFrame';
import { SetUpStep } from './SetUpStep';

/**
 * A purchase that this window knows only from its link: a private window has a world of its own. The steps are noted
 * here and carried home in the confirmation code (decisions 17).
 */
export function CarriedPurchase({ authorizationCode, facts }: { authorizationCode: string; facts: CarriedFacts }) {
  const t = useMessages();
  const [assigned, setAssigned] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  return (
    <PublisherFrame
      facts={facts}
      authorizationCode={authorizationCode}
      complete={assigned && confirmed}
      elsewhere
      notice={
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.publisher.otherWorldTitle}</MessageBarTitle>
            {t.publisher.otherWorldText}
          </MessageBarBody>
        </MessageBar>
      }
    >
      <SetUpStep
        action={t.publisher.assign}
        text={t.publisher.assignText}
        doneText={t.publisher.assigned}
        done={assigned ? t.publisher.doneHere : undefined}
        onDo={() => setAssigned(true)}
      />
      <SetUpStep
        action={t.publisher.confirm}
        text={t.publisher.confirmText}
        doneText={t.publisher.confirmed}
        done={confirmed ? t.publisher.doneHere : undefined}
        onDo={() => setConfirmed(true)}
      />
    </PublisherFrame>
  );
}
