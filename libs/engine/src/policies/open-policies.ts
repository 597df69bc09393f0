import { type ConfiguredPolicies, Policies, type Streams } from '@renewals/commands';
import { policyBookStream, recordPolicies } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/** The one book's stream. */
const CONFIGURED = 'configured';

/** Records what this engine is configured with, before any order can keep it, unless it only reads. */
export async function openPolicies(
  streams: Streams,
  configured: ConfiguredPolicies,
  { readOnly }: { readonly readOnly: boolean },
): Promise<Policies> {
  if (!readOnly) await record(streams, configured);
  const { state } = await streams.read(policyBookStream, CONFIGURED);
  return new Policies(configured, state);
}

async function record(streams: Streams, { all }: ConfiguredPolicies): Promise<void> {
  const commandId = derivedId('policies', ...all.map(({ hash }) => hash).sort());
  const actor = { type: 'service', id: 'engine' } as const;
  const context = { commandId, correlationId: commandId, causationId: commandId, actor };
  await streams.decide(policyBookStream, CONFIGURED, context, (book) => recordPolicies(book, { configured: all }));
}
