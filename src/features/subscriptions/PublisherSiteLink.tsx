import { Link } from 'react-router-dom';
import { useMessages } from '../../ui/language';

/** The personal link of a marketplace purchase (S2-14, S2-15). */
export function PublisherSiteLink({ url }: { url: string }) {
  const t = useMessages();
  return <Link to={url}>{t.subscriptions.goToPublisher}</Link>;
}
