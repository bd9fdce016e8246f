import { describe, expect, it } from 'vitest'
import { admits } from '@/hub/hubspot/fair-share'

describe('sharing HubSpot\'s limit', () => {
  it.each([
    ['whoever comes in the first half', { all: 49, mine: 49, people: 1 }, true],
    ['no more than half to one alone', { all: 50, mine: 50, people: 1 }, false],
    ['a second one beside a busy first', { all: 60, mine: 10, people: 2 }, true],
    ['no more than a third to each of two', { all: 80, mine: 34, people: 2 }, false],
    ['nothing beyond the limit', { all: 100, mine: 0, people: 50 }, false],
    ['somebody new among many', { all: 99, mine: 1, people: 49 }, true],
  ])('gives %s', (_, use, expected) => {
    expect(admits({ ...use, most: 100 })).toBe(expected)
  })
})
