import { diagram } from './diagram';
import type { Transition } from './exercised';
import { machines } from './machines';

export function stateMachinesPage(transitions: readonly Transition[]): string {
  const sections = machines.map(({ title, says, has }) =>
    [`## ${title}`, says, diagram(transitions.filter(has))].join('\n\n'),
  );
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = [
  '# State machines',
  '',
  'Written by `npm run docs` from what commands led to in the specifications of `libs/licensing`: an arrow is an event',
  'that some spec saw decided. What holds at a moment besides, such as whether a term is running, the clock says.',
].join('\n');
