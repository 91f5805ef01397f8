/** The clock and the log by themselves, on a world that knows only beeps. */
import { describe, expect, test } from 'vitest';
import { instant, type Instant } from '../kernel/calendar';
import { fail, ok } from '../kernel/result';
import { lastSequence, World, type Behaviour, type Due } from './world';

type Command =
  { readonly type: 'plan'; readonly items: readonly Due[] } | { readonly type: 'nothing' | 'refused' | 'name' };
type Event =
  | { readonly type: 'planned'; readonly item: Due }
  | { readonly type: 'beeped'; readonly item: Due }
  | { readonly type: 'named'; readonly ids: readonly string[] };

interface State {
  readonly plans: Due[];
  readonly beeps: string[];
}

/** `kind: 'silent'` settles to nothing, `kind: 'endless'` plans itself again. */
const behaviour: Behaviour<State, Command, Event, string> = {
  decide(_, command, context) {
    switch (command.type) {
      case 'plan':
        return ok(command.items.map((item) => ({ type: 'planned', item })));
      case 'name':
        return ok([{ type: 'named', ids: [context.newId(), context.newId()] }]);
      case 'nothing':
        return ok([]);
      case 'refused':
        return fail(`refused to ${context.by}`);
    }
  },
  evolve(state, event, place) {
    if (event.type === 'planned') state.plans.push(event.item);
    if (event.type !== 'beeped') return;
    state.plans.splice(state.plans.indexOf(event.item), 1);
    state.beeps.push(`${place.sequence} ${place.at} ${place.by} ${event.item.subject}`);
    if (event.item.kind === 'endless') state.plans.push({ ...event.item });
  },
  fork: (state) => ({ plans: [...state.plans], beeps: [...state.beeps] }),
  nextDue: (state) =>
    state.plans.toSorted(
      (one, other) => one.at - other.at || one.rank - other.rank || (one.subject < other.subject ? -1 : 1),
    )[0],
  settle: (_, item) => (item.kind === 'silent' ? [] : [{ type: 'beeped', item }]),
};

const START = instant('2021-10-01T00:00:00Z');

function world(seed = 'seed'): World<State, Command, Event, string> {
  return new World(behaviour, { plans: [], beeps: [] }, seed, START);
}

function beep(subject: string, offset: number, rank = 0, kind = 'once'): Due {
  return { subject, at: at(offset), rank, kind };
}

function at(offset: number): Instant {
  return (START + offset) as Instant;
}

describe('commands', () => {
  test('are numbered through, by their events', () => {
    const one = world();
    one.run({ type: 'plan', items: [beep('a', 10), beep('b', 20)] }, 'anna');
    const answer = one.run({ type: 'name' }, 'bill');
    expect(one.records.map(({ sequence, by, at: when }) => [sequence, by, when])).toEqual([
      [1, 'anna', START],
      [3, 'bill', START],
    ]);
    expect(one.records.map(lastSequence)).toEqual([2, 3]);
    expect(one.sequence).toBe(3);
    expect(answer).toEqual({ ok: true, value: [one.records[1]] });
  });

  test('refused or without effect: nothing is recorded', () => {
    const one = world();
    expect(one.run({ type: 'refused' }, 'anna')).toEqual({ ok: false, failure: 'refused to anna' });
    expect(one.run({ type: 'nothing' }, 'anna')).toEqual({ ok: true, value: [] });
    expect(one.records).toEqual([]);
    expect(one.sequence).toBe(0);
  });

  test('settle at once what is due at once', () => {
    const one = world();
    const answer = one.run({ type: 'plan', items: [beep('now', 0), beep('later', 1)] }, 'anna');
    expect(answer.ok && answer.value.map(({ by, command }) => [by, command?.type])).toEqual([
      ['anna', 'plan'],
      [null, undefined],
    ]);
    expect(one.state.beeps).toEqual([`3 ${START} null now`]);
  });

  test('ids are their own, and the same at the same place of the same world', () => {
    const ids = (seed: string, before: number): readonly string[] => {
      const one = world(seed);
      for (let count = 0; count < before; count++) one.run({ type: 'name' }, 'anna');
      const event = one.records.at(-1)?.events[0];
      return event?.type === 'named' ? event.ids : [];
    };
    expect(new Set([...ids('seed', 1), ...ids('seed', 2), ...ids('other', 1)]).size).toBe(6);
    expect(ids('seed', 2)).toEqual(ids('seed', 2));
  });
});

describe('the clock', () => {
  test('settles by instant, rank and name, each stamped with its own instant', () => {
    const one = world();
    const items = [beep('late', 30), beep('b', 20, 1), beep('a', 20, 1), beep('z', 20, 0), beep('never', 31)];
    one.run({ type: 'plan', items }, 'anna');
    one.advanceTo(at(30));
    expect(one.state.beeps.map((text) => text.split(' ').at(-1))).toEqual(['z', 'a', 'b', 'late']);
    expect(one.records.slice(1).map((record) => record.at - START)).toEqual([20, 20, 20, 30]);
    expect(one.now).toBe(at(30));
  });

  test('stops one millisecond before what is due', () => {
    const one = world();
    one.run({ type: 'plan', items: [beep('a', 20)] }, 'anna');
    expect(one.advanceTo(at(19))).toEqual([]);
    expect(one.nextDue()).toEqual(beep('a', 20));
    expect(one.advanceTo(at(20))).toHaveLength(1);
    expect(one.nextDue()).toBeUndefined();
  });

  test('never goes back', () => {
    const one = world();
    one.advanceTo(at(20));
    expect(one.advanceTo(at(10))).toEqual([]);
    expect(one.now).toBe(at(20));
  });

  test('work that was due before now is stamped with now', () => {
    const one = world();
    one.advanceTo(at(50));
    one.run({ type: 'plan', items: [beep('overdue', 20)] }, 'anna');
    expect(one.records.at(-1)).toMatchObject({ at: at(50), by: null });
    expect(one.now).toBe(at(50));
  });

  test('with a limit it stops where the last item was due, and goes on from there', () => {
    const items = [beep('a', 10), beep('b', 20), beep('c', 30)];
    const [one, other] = [world(), world()];
    one.run({ type: 'plan', items }, 'anna');
    other.run({ type: 'plan', items }, 'anna');
    expect(one.advanceTo(at(100), 2)).toHaveLength(2);
    expect(one.now).toBe(at(20));
    expect(one.advanceTo(at(100), 2)).toHaveLength(1);
    expect(one.now).toBe(at(100));
    other.advanceTo(at(100));
    expect(one.records).toEqual(other.records);
  });

  test('a rule that settles nothing is a fault', () => {
    const one = world();
    expect(() => one.run({ type: 'plan', items: [beep('a', 0, 0, 'silent')] }, 'anna')).toThrow(
      'Due work without effect: silent of a',
    );
  });

  test('a rule that never ends can be stopped by the limit', () => {
    const one = world();
    one.run({ type: 'plan', items: [beep('a', 5, 0, 'endless')] }, 'anna');
    expect(one.advanceTo(at(10), 1_000)).toHaveLength(1_000);
    expect(one.now).toBe(at(5));
  });
});

describe('replay', () => {
  function played(): World<State, Command, Event, string> {
    const one = world();
    one.run({ type: 'plan', items: [beep('a', 10), beep('b', 20)] }, 'anna');
    one.advanceTo(at(30));
    return one;
  }

  test('folds to the same state at the last recorded instant', () => {
    const [one, copy] = [played(), world()];
    copy.replay(one.records);
    expect(copy.state).toEqual(one.state);
    expect(copy.sequence).toBe(one.sequence);
    expect(copy.now).toBe(at(20));
    copy.setNow(at(30));
    expect(copy.run({ type: 'name' }, 'anna')).toEqual(one.run({ type: 'name' }, 'anna'));
  });

  test('refuses a log with a gap or an overlap', () => {
    const one = played();
    expect(() => world().replay(one.records.slice(1))).toThrow('The log has a gap before 3');
    expect(() => one.replay(one.records.slice(0, 1))).toThrow('The log has a gap before 1');
  });
});

describe('a fork', () => {
  test('goes its own way from here', () => {
    const one = world();
    one.run({ type: 'plan', items: [beep('a', 10)] }, 'anna');
    const copy = one.fork();
    expect(copy.records).toEqual([]);
    expect(copy.advanceTo(at(100))).toHaveLength(1);
    copy.run({ type: 'name' }, 'anna');
    expect(copy.records.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect([one.now, one.sequence, one.records.length, one.state.beeps]).toEqual([START, 1, 1, []]);
    expect(one.advanceTo(at(100))).toEqual(copy.records.slice(0, 1));
  });
});
