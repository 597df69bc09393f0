import type { DomainEvent } from '../../shared/event';
import type { Actor } from '../../shared/words';

/** What the clients of a trackable license point at (P). Licenses that follow it or add to it have the same. */
export type HandshakeCodeAssigned = DomainEvent<'HandshakeCodeAssigned', { readonly code: string }>;

/**
 * Somebody has to configure the license to the code by hand: it is hosted by the customer (P), or the code is one of a
 * former system that is not on record here.
 */
export type HandshakeConfigurationRequired = DomainEvent<'HandshakeConfigurationRequired', { readonly code?: string }>;

export type HandshakeConfigured = DomainEvent<'HandshakeConfigured', { readonly code: string; readonly by: Actor }>;

export type HandshakeEvent = HandshakeCodeAssigned | HandshakeConfigurationRequired | HandshakeConfigured;
