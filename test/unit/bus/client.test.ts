import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBus, type Transport } from '@/lib/bus/client'
import { protocol } from '@/lib/bus/protocol'

const gone = new Error('A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received')
const done = { ok: true, value: null }

/** A background that answers like this, call after call; an error ends the channel, `undefined` is nobody's answer. */
function background(...answers: (Error | object | undefined)[]) {
  const calls: { at: number; message: unknown }[] = []
  const start = Date.now()
  const transport: Transport = async (message) => {
    calls.push({ at: Date.now() - start, message })
    const answer = answers[Math.min(calls.length, answers.length) - 1]
    if (answer instanceof Error) throw answer
    return answer
  }
  const bus = createBus(protocol, transport, () => () => undefined)
  /** Asks, lets as much time pass as it takes, and tells how it ended. */
  const ask = async () => {
    const asked = bus.ask('warning.dismiss', { id: '1' }).then((value) => ({ value }), (error: unknown) => ({ error }))
    await vi.runAllTimersAsync()
    return asked
  }
  return { ask, calls }
}

describe('a message to a background that comes and goes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['at once', [done], [0]],
    ['at the first repeat, which waits for nothing', [gone, done], [0, 0]],
    ['a tenth of a second later', [gone, gone, done], [0, 0, 100]],
    ['half a second after that', [gone, undefined, gone, done], [0, 0, 100, 600]],
  ])('F01 is answered %s', async (_when, answers, times) => {
    const { ask, calls } = background(...answers)
    expect(await ask()).toEqual({ value: null })
    expect(calls.map(({ at }) => at)).toEqual(times)
    expect(new Set(calls.map(({ message }) => JSON.stringify(message))).size).toBe(1)
  })

  it.each([['ends every channel', gone], ['never answers', undefined]])('gives up after four calls to one that %s', async (_what, answer) => {
    const { ask, calls } = background(answer)
    expect(await ask()).toMatchObject({ error: { kind: 'stale-extension' } })
    expect(calls.map(({ at }) => at)).toEqual([0, 0, 100, 600])
  })

  it('F08 asks an extension that was replaced once and never again', async () => {
    const { ask, calls } = background(new Error('Extension context invalidated.'))
    expect(await ask()).toMatchObject({ error: { kind: 'stale-extension' } })
    expect(calls).toHaveLength(1)
  })

  it('repeats no refusal: that is an answer', async () => {
    const { ask, calls } = background({ ok: false, error: { kind: 'no-consent' } })
    expect(await ask()).toMatchObject({ error: { kind: 'no-consent' } })
    expect(calls).toHaveLength(1)
  })

  it.each([['of another shape', { ok: true, value: 7 }, 'bug'], ['that is none of ours', { hello: 1 }, 'stale-extension']])('takes no answer %s', async (_what, answer, kind) => {
    expect(await background(answer).ask()).toMatchObject({ error: { kind } })
  })
})
