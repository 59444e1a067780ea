import { Component, type ReactNode } from 'react';
import { reached } from './desk.ts';
import { Told } from './states.tsx';
import { WORDS } from './words.ts';

/** Shows a room; where it fails, or cannot be loaded because the desk is gone, says so in its place and leaves the rest of the page as it is. */
export class Guarded extends Component<{ readonly children: ReactNode }, { readonly fault?: string }> {
  override state: { readonly fault?: string } = {};

  static getDerivedStateFromError(fault: unknown): { readonly fault: string } {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <>
        <h1 className="unseen">{reached.now() ? WORDS.broken : WORDS.notLoaded}</h1>
        <Told says={reached.now() ? WORDS.broken : WORDS.notLoaded} fault>
          <p>{reached.now() ? WORDS.brokenMore : WORDS.offlineMore}</p>
          <p>
            <code className="small quiet">{fault}</code>
          </p>
          <p className="actions">
            <button type="button" className="button" onClick={() => location.reload()}>
              {WORDS.again}
            </button>
          </p>
        </Told>
      </>
    );
  }
}
