import { join } from 'node:path';
import { project } from '../coverage/project';
import { expectApprovedPage } from '../support/approved-page';
import { unreachedStates } from './diagram';
import { exercisedTransitions, type Transition } from './exercised';
import { machines } from './machines';
import { stateMachinesPage } from './state-machines-page';

describe('the state machines that specifications exercise', () => {
  let transitions: readonly Transition[];
  beforeAll(() => {
    transitions = exercisedTransitions();
  }, 60_000);

  it.each(machines)('$title: from the beginning into every state', ({ has }) => {
    const exercised = transitions.filter(has);
    expect(exercised.length).toBeGreaterThan(0);
    expect(unreachedStates(exercised)).toEqual([]);
  });

  it('stand in docs/state-machines.md as they are: `npm run docs` writes it', () =>
    expectApprovedPage(join(project, 'docs/state-machines.md'), stateMachinesPage(transitions)));
});
