import { diagram, unreachedStates } from './diagram';
import type { Transition } from './exercised';

const transition = (from: string | undefined, event: string, to: string): Transition => ({
  category: 'lamp',
  ...(from !== undefined && { from: { status: from } }),
  event,
  to: { status: to },
});

const drawn = (...lines: string[]) =>
  ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `    ${line}`), '```'].join('\n');

describe('the diagram of a state machine', () => {
  it('begins with the stream', () =>
    expect(diagram([transition(undefined, 'LampMade', 'off')])).toBe(drawn('[*] --> off: LampMade')));

  it('has one arrow for each pair of states, whatever the order in which they were seen', () => {
    const seen = [
      transition('off', 'LampLit', 'on'),
      transition('on', 'LampPutOut', 'off'),
      transition('on', 'LampBroken', 'off'),
      transition('on', 'LampPutOut', 'off'),
      transition('on', 'LampDimmed', 'on'),
    ];
    const expected = drawn('off --> on: LampLit', 'on --> off: LampBroken<br/>LampPutOut', 'on --> on: LampDimmed');
    expect(diagram(seen)).toBe(expected);
    expect(diagram([...seen].reverse())).toBe(expected);
  });

  it('has a gap at a state that nothing was seen to lead to', () => {
    const made = transition(undefined, 'LampMade', 'off');
    expect(unreachedStates([made, transition('off', 'LampLit', 'on')])).toEqual([]);
    expect(unreachedStates([made, transition('broken', 'LampMended', 'off')])).toEqual(['broken']);
  });
});
