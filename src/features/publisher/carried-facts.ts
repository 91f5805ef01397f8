/** What the personal link says about its purchase, for a window whose world does not know it (decisions 17). */
export interface CarriedFacts {
  publisherName: string;
  offerName: string;
  customerName: string;
  quantity: number | null;
}

/** The facts in the link's search parameters; none when it is a bare link. */
export function carriedFacts(search: URLSearchParams): CarriedFacts | undefined {
  const publisherName = search.get('publisher');
  const offerName = search.get('offer');
  const customerName = search.get('customer');
  if (!publisherName || !offerName || !customerName) return undefined;
  const licenses = search.get('licenses') ?? '';
  return { publisherName, offerName, customerName, quantity: /^\d{1,9}$/.test(licenses) ? Number(licenses) : null };
}
