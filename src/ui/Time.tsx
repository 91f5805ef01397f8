import { useFormat, useMessages } from './language';

/** A UTC day; hovering tells when that day begins on the wall clock of this machine (S0-8). */
export function DateText({ on }: { on: string }) {
  const t = useMessages();
  const format = useFormat();
  const day = on.slice(0, 10);
  return (
    <time dateTime={day} title={t.ui.localTime(format.localInstant(`${day}T00:00:00Z`))}>
      {format.date(day)}
    </time>
  );
}

/** A UTC instant; hovering tells the same instant on the wall clock of this machine (S0-8). */
export function InstantText({ at }: { at: string }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <time dateTime={at} title={t.ui.localTime(format.localInstant(at))}>
      {format.instant(at)}
    </time>
  );
}
