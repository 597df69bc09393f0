import type { HandshakeEvent } from './events';

export interface Handshake {
  /** Not known yet where the former system did not tell it. */
  readonly code?: string;
  /** `required`: a task that is open until somebody confirms it. */
  readonly configuration: 'done' | 'required';
}

export function handshakeAfter(handshake: Handshake | undefined, { type, data }: HandshakeEvent): Handshake {
  const code = data.code ?? handshake?.code;
  return {
    ...(code !== undefined && { code }),
    configuration: type === 'HandshakeConfigurationRequired' ? 'required' : 'done',
  };
}
