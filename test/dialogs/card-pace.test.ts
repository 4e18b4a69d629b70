import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFollower, pauseAfter } from '../../src/dialogs/card-pace';

const [second, minute] = [1000, 60_000];

it('asks every 3 s, every 10 s after a minute without a change, and stops after 15 minutes', () => {
  const pauses = [0, minute - 1, minute, 15 * minute - 1, 15 * minute].map(pauseAfter);
  expect(pauses).toEqual([3 * second, 3 * second, 10 * second, 10 * second, undefined]);
});

describe('following', () => {
  /** The page as it is asked: how often, whether an answer is out, and what it was told. */
  function page() {
    const state = {
      asked: 0,
      stopped: false,
      hidden: false,
      answer: undefined as ((changed: boolean) => void) | undefined,
    };
    const follower = createFollower({
      look: done => {
        expect(state.answer, 'one question at a time').toBeUndefined();
        state.asked++;
        state.answer = done;
      },
      isHidden: () => state.hidden,
      stopped: isStopped => {
        state.stopped = isStopped;
      },
    });
    const answer = (changed = false) => {
      const { answer: done } = state;
      state.answer = undefined;
      done?.(changed);
    };
    return { state, follower, answer };
  }
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for each answer before it asks again', () => {
    const { state, follower, answer } = page();
    follower.wake();
    vi.advanceTimersByTime(minute / 2);
    expect(state.asked).toBe(1);
    answer();
    vi.advanceTimersByTime(3 * second - 1);
    expect(state.asked).toBe(1);
    vi.advanceTimersByTime(1);
    expect(state.asked).toBe(2);
  });

  it('slows down, stops, and goes on when somebody wants it', () => {
    const { state, follower, answer } = page();
    follower.wake();
    answer();
    const askedIn = (time: number) => {
      const before = state.asked;
      for (let at = 0; at < time; at += second) {
        vi.advanceTimersByTime(second);
        answer();
      }
      return state.asked - before;
    };
    expect(askedIn(minute)).toBe(20);
    expect(askedIn(minute)).toBe(6);
    askedIn(14 * minute);
    expect([state.stopped, askedIn(minute)]).toEqual([true, 0]);
    follower.wake();
    expect([state.stopped, state.asked > 0]).toEqual([false, true]);
    answer(true);
    expect(askedIn(minute)).toBe(20);
  });

  it('a change keeps it quick', () => {
    const { state, follower, answer } = page();
    follower.wake();
    answer();
    for (let times = 0; times < 60; times++) {
      vi.advanceTimersByTime(3 * second);
      answer(true);
    }
    expect(state.asked).toBe(61);
  });

  it('asks nothing while nobody sees it, and at once when it is seen again', () => {
    const { state, follower, answer } = page();
    follower.wake();
    state.hidden = true;
    answer();
    vi.advanceTimersByTime(5 * minute);
    expect(state.asked).toBe(1);
    state.hidden = false;
    follower.seen();
    expect(state.asked).toBe(2);
    answer();
    state.hidden = true;
    follower.seen();
    vi.advanceTimersByTime(20 * minute);
    state.hidden = false;
    follower.seen();
    expect([state.asked, state.stopped]).toEqual([2, true]);
  });

  it('asks nothing while a form is open', () => {
    const { state, follower, answer } = page();
    follower.wake();
    answer();
    follower.hold(true);
    vi.advanceTimersByTime(minute);
    follower.seen();
    expect(state.asked).toBe(1);
    follower.hold(false);
    follower.wake();
    expect(state.asked).toBe(2);
  });

  it('asks again at once where somebody chose another client while an answer was on its way', () => {
    const { state, follower, answer } = page();
    follower.wake();
    follower.wake();
    expect(state.asked).toBe(1);
    answer();
    expect(state.asked).toBe(2);
    answer();
    expect(state.asked).toBe(2);
  });
});
