import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** When this changes, what is inside is tried again (another address, for example). */
  resetKey: string;
  renderFallback: (error: unknown, retry: () => void) => ReactNode;
  children: ReactNode;
}

interface State {
  crashed: boolean;
  error: unknown;
  resetKey: string;
}

/** Catches what breaks while rendering, reports it, and shows something better than a white page. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { crashed: false, error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { crashed: true, error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { crashed: false, error: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(new Error(`A screen crashed:${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return this.props.renderFallback(this.state.error, () => this.setState({ crashed: false, error: undefined }));
  }
}
