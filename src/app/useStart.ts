import { useStore } from 'zustand';
import { start, type Start } from './start';

/** How far the start has come, followed live. */
export function useStart(): Start {
  return useStore(start);
}
