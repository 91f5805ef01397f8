/** Stands in for `tldts` (see vite.config.ts): the last two labels of a host are enough for a cookie store nobody fills. */
export function getDomain(host: string): string | null {
  const labels = host.split('.');
  return labels.length < 2 ? null : labels.slice(-2).join('.');
}
