import type { Transition } from './exercised';

/** In Mermaid: an arrow for each pair of states, with every event that leads from the one to the other. */
export function diagram(transitions: readonly Transition[]): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, event, to } of transitions) {
    const arrow = `${nameOf(from)} --> ${nameOf(to)}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(event));
  }
  const lines = [...arrows].map(([arrow, events]) => `    ${arrow}: ${[...events].sort().join('<br/>')}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines.sort(), '```'].join('\n');
}

/** States from which something was seen to happen, and that nothing was seen to lead to. */
export function unreachedStates(transitions: readonly Transition[]): readonly string[] {
  const reached = new Set([BEGINNING, ...transitions.map(({ to }) => nameOf(to))]);
  return [...new Set(transitions.map(({ from }) => nameOf(from)))].filter((name) => !reached.has(name)).sort();
}

const BEGINNING = '[*]';

function nameOf(state: Transition['from']): string {
  if (state === undefined) return BEGINNING;
  const name = state.status ?? state.stage;
  if (name === undefined) throw new TypeError('A state that is drawn has a status or a stage');
  return name;
}
