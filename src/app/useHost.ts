import { useSyncExternalStore } from 'react';
import { hostStatus, type HostStatus } from './host';

/** How requests are answered and where the world is kept, followed live. */
export function useHost(): HostStatus {
  return useSyncExternalStore(hostStatus.subscribe, hostStatus.get);
}
