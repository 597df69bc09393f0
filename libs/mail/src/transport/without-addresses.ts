const LONGEST = 500;

/** Servers repeat addresses in their answers. Answers are kept in the history, where personal data is never in clear. */
export function withoutAddresses(answer: string): string {
  return answer.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '(address)').slice(0, LONGEST);
}
