import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ThemeChoice } from './session';

/** Our own colour, a harbour blue; 80 carries white text at 4.9 : 1. */
const brand: BrandVariants = {
  10: '#041219',
  20: '#0a2230',
  30: '#0d3246',
  40: '#0f3f59',
  50: '#114d6d',
  60: '#155b81',
  70: '#1c6a94',
  80: '#2277a5',
  90: '#3a88b5',
  100: '#5399c3',
  110: '#6daad0',
  120: '#86badb',
  130: '#9fcae5',
  140: '#b8d9ee',
  150: '#d1e7f5',
  160: '#e9f4fb',
};

const light: Theme = createLightTheme(brand);
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
};

const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');

function watchDevice(listener: () => void): () => void {
  darkDevice.addEventListener('change', listener);
  return () => darkDevice.removeEventListener('change', listener);
}

export interface ResolvedTheme {
  scheme: 'light' | 'dark';
  theme: Theme;
}

/** The theme to show: the chosen one, or the device's, followed live. */
export function useTheme(choice: ThemeChoice): ResolvedTheme {
  const deviceIsDark = useSyncExternalStore(watchDevice, () => darkDevice.matches);
  const isDark = choice === 'dark' || (choice === 'system' && deviceIsDark);
  return isDark ? { scheme: 'dark', theme: dark } : { scheme: 'light', theme: light };
}
