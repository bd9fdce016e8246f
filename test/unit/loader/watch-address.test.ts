// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchAddress } from '@/entrypoints/crm-loader/watch-address'
import { leadA, leadB, list } from './stage'

class FakeNavigation extends EventTarget {
  begin(url: string, sameDocument = true) { this.dispatchEvent(Object.assign(new Event('navigate'), { destination: { url, sameDocument } })) }
  commit(url: string) { location.href = url; this.dispatchEvent(new Event('currententrychange')) }
}

let life: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  life = new AbortController()
  location.href = leadA
})
afterEach(() => {
  life.abort()
  Reflect.deleteProperty(globalThis, 'navigation')
  vi.useRealTimers()
})

function watch() {
  const told: string[] = []
  const tick = vi.fn()
  watchAddress({ leaving: (url) => told.push(`leaving ${url}`), settled: (url) => told.push(`at ${url}`), tick }, life.signal)
  return { told, tick }
}

describe('with the Navigation API', () => {
  let navigation: FakeNavigation
  beforeEach(() => { navigation = new FakeNavigation(); Reflect.set(globalThis, 'navigation', navigation) })

  it('tells where it is, where it is going in the very event, and where it came to', () => {
    const { told } = watch()
    navigation.begin(leadB)
    expect(told).toEqual([`at ${leadA}`, `leaving ${leadB}`])
    navigation.commit(leadB)
    expect(told.at(-1)).toBe(`at ${leadB}`)
    vi.advanceTimersByTime(5_000)
    expect(told).toHaveLength(3)
  })

  it('tells the old address again when a navigation was cancelled', () => {
    const { told } = watch()
    navigation.begin(leadB)
    vi.advanceTimersByTime(100)
    expect(told).toEqual([`at ${leadA}`, `leaving ${leadB}`, `at ${leadA}`])
    navigation.begin(leadB)
    navigation.dispatchEvent(new Event('navigateerror'))
    expect(told.at(-1)).toBe(`at ${leadA}`)
  })

  it('leaves navigations to another document alone: they may be downloads', () => {
    const { told } = watch()
    navigation.begin('https://acme.lightning.force.com/report.csv', false)
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([`at ${leadA}`])
  })

  it('notices an address that changed without any event within a second', () => {
    const { told, tick } = watch()
    location.href = list
    vi.advanceTimersByTime(1_000)
    expect(told.at(-1)).toBe(`at ${list}`)
    expect(tick).toHaveBeenCalledTimes(1)
  })
})

describe('without it', () => {
  it('polls, and hears of history and fragments', () => {
    const { told } = watch()
    location.href = leadB
    vi.advanceTimersByTime(250)
    expect(told.at(-1)).toBe(`at ${leadB}`)
    location.href = list
    window.dispatchEvent(new Event('popstate'))
    expect(told.at(-1)).toBe(`at ${list}`)
  })
})

it('F09 is silent once its life is over', () => {
  const { told, tick } = watch()
  life.abort()
  location.href = leadB
  window.dispatchEvent(new Event('popstate'))
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([`at ${leadA}`])
  expect(tick).not.toHaveBeenCalled()
})
