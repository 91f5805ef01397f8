import { mergeClasses } from '@fluentui/react-components';
import { PreviewSummary } from '../PreviewSummary';
import type { LiveChange } from './useLiveChange';
import styles from './panels.module.css';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The consequences of what is chosen, below the choice. Nothing while nothing is. */
export function LivePreview({
  live: { preview, working },
  names = NO_NAMES,
}: {
  live: LiveChange;
  names?: ReadonlyMap<string, string>;
}) {
  if (!preview) return null;
  return (
    // Said once it stands: Submit does what is written here, without another question.
    <div role="status" aria-busy={working} className={mergeClasses(working && styles.stale)}>
      <PreviewSummary preview={preview} names={names} />
    </div>
  );
}
