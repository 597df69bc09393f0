import { Refusal } from '@renewals/licensing';

/** Whether the very decision that a button leads to would be taken now. Nothing comes of asking. */
export async function wouldBeAccepted(decide: () => unknown): Promise<boolean> {
  try {
    await decide();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
