import { useInfiniteQuery } from '@tanstack/react-query';
import { allDeadlinesQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { DeadlineList } from './DeadlineList';
import { ExportDeadlinesButton } from './ExportDeadlinesButton';
import { useDeadlineFilter } from './useDeadlineFilter';

/** What runs out for any customer, soonest first. */
export function AllDeadlinesPage() {
  const t = useMessages();
  const filter = useDeadlineFilter();
  const query = useInfiniteQuery(allDeadlinesQuery(filter.query));
  return (
    <Page
      title={t.deadlines.title}
      subtitle={t.deadlines.subtitle}
      actions={<ExportDeadlinesButton path="/dashboard/v1/deadlines" query={filter.query} />}
    >
      <DeadlineList query={query} filter={filter} partnerWide />
    </Page>
  );
}
